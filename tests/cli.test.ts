import { loadCases } from './load-cases';

loadCases('cli');
