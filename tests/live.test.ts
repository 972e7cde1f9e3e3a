import { loadCases } from './load-cases';

loadCases('live');
