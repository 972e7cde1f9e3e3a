import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PROJECT = join(ROOT, 'tests/fixtures/projects/runners');

/** The test runners with an entry of their own: their program, how it is called, and the entry in a folder with all of them. */
export const RUNNERS = {
  jest: {
    program: 'jest/bin/jest.js',
    args: ['--config', join(PROJECT, 'jest.config.js'), '--json', '--runInBand', '--runTestsByPath'],
    entry: 'jest/index.js',
  },
  vitest: { program: 'vitest/vitest.mjs', args: ['run', '--reporter=json'], entry: 'vitest/index.mjs' },
} as const;

/** What a runner reports about one test file. */
export interface ChildSuite {
  /** Why no test of the file ran; empty if they ran. */
  readonly message: string;
  readonly tests: readonly {
    readonly name: string;
    readonly status: string;
    /** The error; empty if the test passed. */
    readonly failure: string;
  }[];
}

/**
 * Runs these test files of tests/fixtures/projects/runners, by name without `.test.js`, in a child process. `entries` is the folder with what the
 * files import.
 */
export async function runRunner(
  runner: keyof typeof RUNNERS,
  names: readonly string[],
  { entries, env = {} }: { readonly entries: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ReadonlyMap<string, ChildSuite>> {
  const { program, args, entry } = RUNNERS[runner];
  const files = names.map((name) => `${name}.test.js`);
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'node_modules', program), ...args, ...files],
      {
        cwd: PROJECT,
        env: {
          ...process.env,
          // The fixtures must not use a service that this run is checked against.
          SAMPLEGATE_LIVE_URL: '',
          SAMPLEGATE_RUNNER: join(entries, entry),
          ...env,
          FORCE_COLOR: '0',
        },
      },
      // Failing tests give a non-zero exit code, which is expected here. Without a report, JSON.parse fails.
      (_error, stdout) => resolve(stdout),
    );
  });
  const report = JSON.parse(output) as RunnerReport;
  return new Map(
    report.testResults.map(({ name, message, assertionResults }) => [
      /([^/\\]+)\.test\.js$/.exec(name)?.[1] ?? name,
      {
        message: assertionResults.length === 0 ? message : '',
        tests: assertionResults.map(({ fullName, status, failureMessages }) => ({
          name: fullName,
          status,
          failure: failureMessages.join('\n').replace(/^Error: /, ''),
        })),
      },
    ]),
  );
}

/** The tests of a file as every runner reports them: only the matcher fails with a stack, and runners print stacks differently. */
export function withoutStacks({ tests }: ChildSuite): ChildSuite['tests'] {
  return tests.map((each) => ({ ...each, failure: each.failure.replaceAll(/\n +at .*/g, '') }));
}

/** Both runners write it. */
interface RunnerReport {
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
