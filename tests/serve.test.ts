import { loadCases } from './load-cases';

loadCases('serve');
