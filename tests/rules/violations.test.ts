import { loadCases } from './load-cases';

loadCases('violations');
