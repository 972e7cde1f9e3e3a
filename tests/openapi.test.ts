import { loadCases } from './load-cases';

loadCases('openapi');
