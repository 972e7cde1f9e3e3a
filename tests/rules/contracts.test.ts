import { loadCases } from './load-cases';

loadCases('contracts');
