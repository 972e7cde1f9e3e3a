import { loadCases } from './load-cases';

loadCases('schema');
