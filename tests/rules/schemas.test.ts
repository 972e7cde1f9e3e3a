import { loadCases } from './load-cases';

loadCases('schemas');
