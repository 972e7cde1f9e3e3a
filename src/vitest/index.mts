// Kept in the declarations: without it, the matcher has no type where TypeScript reads this module before vitest.
import 'vitest';
import { describe, expect, test } from 'vitest';

import { connectRunner, type SatisfyOptions } from '../testing/index.js';

export type { ContractTestOptions, SatisfyOptions } from '../testing/index.js';

export const { describeContracts, toSatisfyContract } = connectRunner({ describe, test, expect });

// Without type parameters, as those differ between the versions of vitest. All of them have defaults.
declare module 'vitest' {
  interface Assertion {
    /** Checks a value against a contract of the manifest, including the laws: `expect(body).toSatisfyContract('versions.index')`. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => void;
  }
  interface AsymmetricMatchersContaining {
    /** Matches a value inside another that satisfies a contract of the manifest. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => unknown;
  }
}
