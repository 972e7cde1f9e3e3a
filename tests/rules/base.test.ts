import { loadCases } from '../load-cases';

loadCases('rules/base');
