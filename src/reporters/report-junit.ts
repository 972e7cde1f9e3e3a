import { createJunitOutput } from './junit/junit-output';
import type { Reporter, Spool } from './reporter';

/** The report for CI servers: a test case per sample and rule, passing ones too; no times, so that equal runs give equal files. */
export const reportJunit: Reporter = {
  summary: 'JUnit XML for CI servers: a test case per sample and rule',
  needsVerdicts: true,
  report: (result, options) => {
    const output = createJunitOutput(options, IN_MEMORY);
    output.own(result);
    return [...output.rest()].join('');
  },
  stream: (_write, options, spool) => createJunitOutput(options, spool),
};

/** For one result, whose report is one text anyway. */
const IN_MEMORY: Spool = { keep: (text) => () => text };
