import { loadCases } from './load-cases';

loadCases('facts');
