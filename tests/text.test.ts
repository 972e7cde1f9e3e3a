import { loadCases } from './load-cases';

loadCases('text');
