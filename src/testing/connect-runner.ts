import { groupBy } from '../model/group-by';
import { contractTests, type ContractTestOptions } from './contract-tests';
import type { ManifestChoice } from './manifest-choice';
import { satisfyContract, type MatcherResult, type SatisfyOptions } from './to-satisfy-contract';

/** The functions of a test runner in the style of Jest. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown;
  /** The time limit is in milliseconds. */
  readonly test: (name: string, body: () => Promise<void>, timeout: number) => unknown;
  readonly expect: RunnerExpect;
}

interface RunnerExpect {
  (value: unknown): { toBeUndefined(): unknown };
  extend(matchers: Readonly<Record<'toSatisfyContract', Matcher>>): unknown;
  getState(): { readonly testPath?: string | undefined };
}

type Matcher = (
  this: { readonly testPath?: string | undefined },
  value: unknown,
  contract: string,
  options?: SatisfyOptions,
) => MatcherResult;

/** What a runner gets: the function that declares tests, and the matcher. */
export interface ConnectedRunner {
  /**
   * Declares a group with one test per sample of the manifest and one per rule that looks across documents. With a live service, also one per
   * live request and one for all other responses that self links lead to. If the manifest cannot be used, one test fails with every mistake.
   */
  readonly describeContracts: (options?: ContractTestOptions) => void;
  /** The matcher, which `expect` has too. It checks against the manifest that `describeContracts` was called with in the same test file. */
  readonly toSatisfyContract: Matcher;
}

/** In milliseconds. A service may need time to start and to answer; each request has its own time limit. */
const TIME_LIMIT = 120_000;

/** Adds the matcher to a runner's `expect`. It and `describeContracts` look for the manifest from the test file upwards. */
export function connectRunner({ describe, test, expect }: TestRunner): ConnectedRunner {
  const chosen = new Map<string | undefined, ManifestChoice>();
  const toSatisfyContract: Matcher = function toSatisfyContract(value, contract, options = {}) {
    const { testPath } = expect.getState();
    const { from, cwd, manifest, manifestText, ...rest } = options;
    const isChosen = (from ?? cwd ?? manifest ?? manifestText) !== undefined;
    const choice = isChosen ? options : { ...chosen.get(testPath), ...rest };
    return satisfyContract(value, contract, fromTestFile(choice, testPath), toSatisfyContract);
  };
  expect.extend({ toSatisfyContract });
  return {
    toSatisfyContract,
    describeContracts: (options = {}) => {
      const { testPath } = expect.getState();
      const { failOn: _failOn, live: _live, ...choice } = options;
      chosen.set(testPath, choice);
      const tests = contractTests(fromTestFile(options, testPath));
      for (const [manifest, ofManifest] of groupBy(tests, (each) => each.manifest))
        describe(`contracts of ${manifest}`, () => {
          for (const { name, run } of ofManifest)
            test(
              name,
              async () => {
                await run();
                // For projects in which a test without an assertion fails.
                expect(undefined).toBeUndefined();
              },
              TIME_LIMIT,
            );
        });
    },
  };
}

/** The choice with the test file, unless it names a folder: a runner may run in the folder of another package, or above all packages. */
function fromTestFile<Choice extends ManifestChoice>(choice: Choice, testPath: string | undefined): Choice {
  const { from, cwd } = choice;
  return testPath === undefined || (from ?? cwd) !== undefined ? choice : { ...choice, from: testPath };
}
