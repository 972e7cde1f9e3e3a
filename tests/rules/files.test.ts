import { loadCases } from './load-cases';

loadCases('files');
