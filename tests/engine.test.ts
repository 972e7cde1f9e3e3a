import { loadCases } from './load-cases';

loadCases('engine');
