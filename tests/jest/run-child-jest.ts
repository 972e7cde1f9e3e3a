import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PROJECT = join(ROOT, 'tests/fixtures/projects/jest');

/** What a run of jest says of one test file. */
export interface ChildSuite {
  /** Why no test of it ran; empty where they did. */
  readonly message: string;
  readonly tests: readonly {
    readonly name: string;
    readonly status: string;
    /** As it was thrown, the stack behind it; empty where the test passed. */
    readonly failure: string;
  }[];
}

/** Runs these test files of tests/fixtures/projects/jest in a jest of their own, by name without `.test.js`. */
export async function runChildJest(
  names: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, ChildSuite>> {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const files = names.map((name) => `${name}.test.js`);
  const output = await new Promise<string>((resolve) => {
    const args = [
      jest,
      '--config',
      join(PROJECT, 'jest.config.js'),
      '--json',
      '--runInBand',
      '--runTestsByPath',
    ];
    execFile(
      process.execPath,
      [...args, ...files],
      // A service that this run is against is not one that the fixtures are of.
      { cwd: PROJECT, env: { ...process.env, SAMPLEGATE_LIVE_URL: '', ...env, FORCE_COLOR: '0' } },
      // Tests that fail give an exit code that is no failure of ours; without a report there is no JSON to parse.
      (_error, stdout) => resolve(stdout),
    );
  });
  const report = JSON.parse(output) as JestReport;
  return new Map(
    report.testResults.map(({ name, message, assertionResults }) => [
      /([^/\\]+)\.test\.js$/.exec(name)?.[1] ?? name,
      {
        message: assertionResults.length === 0 ? message : '',
        tests: assertionResults.map(({ fullName, status, failureMessages }) => ({
          name: fullName,
          status,
          failure: failureMessages.join('\n'),
        })),
      },
    ]),
  );
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
