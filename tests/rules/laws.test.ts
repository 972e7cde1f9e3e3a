import { loadCases } from './load-cases';

loadCases('laws');
