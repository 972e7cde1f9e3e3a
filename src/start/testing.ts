import { loadProgram } from './load-program';

/** What `samplegate/testing` exports; its types are those of `src/testing/index.ts`. */
export const { connectRunner, contractTests, matchers } = loadProgram(`${__dirname}/..`, 'files').program
  .testing;
