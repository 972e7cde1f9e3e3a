import { loadCases } from './load-cases';

loadCases('project');
