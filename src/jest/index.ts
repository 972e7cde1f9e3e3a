import { describe, expect, test } from '@jest/globals';

import { connectRunner, type SatisfyOptions } from '../testing/index';

export type { ContractTestOptions, SatisfyOptions } from '../testing/index';

export const { describeContracts, toSatisfyContract } = connectRunner({ describe, test, expect });

declare global {
  namespace jest {
    // For suites that use @types/jest. The type parameters must be those of its own declaration.
    interface Matchers<R, T = {}> {
      /** Checks a value against a contract of the manifest, including the laws. */
      toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
    }
    interface Expect {
      /** Matches a value inside another that satisfies a contract of the manifest. */
      toSatisfyContract: (contract: string, options?: SatisfyOptions) => unknown;
    }
    interface InverseAsymmetricMatchers {
      toSatisfyContract: (contract: string, options?: SatisfyOptions) => unknown;
    }
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> {
    /** Checks a value against a contract of the manifest, including the laws: `expect(body).toSatisfyContract('versions.index')`. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
  }
  interface AsymmetricMatchers {
    /** Matches a value inside another that satisfies a contract of the manifest. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => unknown;
  }
}
