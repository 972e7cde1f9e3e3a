import { loadCases } from './load-cases';

loadCases('codegen');
