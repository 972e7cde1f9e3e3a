import { caseReporter } from './cases/case-output';
import { junitXml } from './junit/junit-xml';

/** The report for CI servers: a test case per sample and rule. */
export const reportJunit = caseReporter(
  () => junitXml({ hasPlaces: true }),
  'JUnit XML for CI servers: a test case per sample and rule',
);
