import { loadCases } from './load-cases';

loadCases('reporters');
