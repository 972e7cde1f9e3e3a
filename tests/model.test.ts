import { loadCases } from './load-cases';

loadCases('model');
