import { loadCases } from './load-cases';

loadCases('testing');
