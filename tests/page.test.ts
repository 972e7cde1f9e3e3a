import { loadCases } from './load-cases';

loadCases('page');
