import { loadCases } from './load-cases';

loadCases('scaffold');
