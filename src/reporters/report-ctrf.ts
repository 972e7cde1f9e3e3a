import { caseReporter } from './cases/case-output';
import { ctrfJson } from './ctrf/ctrf-json';

/** The same test cases in the Common Test Report Format. */
export const reportCtrf = caseReporter(
  ({ version }) => ctrfJson(version),
  'CTRF, the Common Test Report Format: the test cases of `junit` as JSON',
);
