import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PROJECT = join(ROOT, 'tests/fixtures/projects/jest');

/** What Jest reports about one test file. */
export interface ChildSuite {
  /** Why no test of the file ran; empty if they ran. */
  readonly message: string;
  readonly tests: readonly {
    readonly name: string;
    readonly status: string;
    /** The error with its stack; empty if the test passed. */
    readonly failure: string;
  }[];
}

/** Runs these test files of tests/fixtures/projects/jest, by name without `.test.js`, in a child process. */
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
      // The fixtures must not use a service that this run is checked against.
      { cwd: PROJECT, env: { ...process.env, SAMPLEGATE_LIVE_URL: '', ...env, FORCE_COLOR: '0' } },
      // Failing tests give a non-zero exit code, which is expected here. Without a report, JSON.parse fails.
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
