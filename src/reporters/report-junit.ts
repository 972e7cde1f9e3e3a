import { createJunitOutput } from './junit-output';
import type { Reporter, Spool } from './reporter';

/** The report for CI servers: a test case per sample and rule, passing ones too; no times, so that equal runs give equal files. */
export const reportJunit: Reporter = {
  summary: 'JUnit XML for CI servers: a test case per sample and rule',
  report: (result, options) => {
    const texts: string[] = [];
    const output = createJunitOutput((text) => texts.push(text), options, IN_MEMORY);
    output.own(result);
    output.end();
    return texts.join('');
  },
  stream: createJunitOutput,
};

/** For one result, whose report is one text anyway. */
const IN_MEMORY: Spool = { keep: (text) => () => text, close: () => {} };
