import { expect } from '@jest/globals';

import { checkValue, type ValueOptions } from '../engine/check-value';
import { isAboutUnjudged } from '../engine/judge/verdicts';
import { openProject, type ProjectOptions } from '../engine/open/open-project';
import type { Finding } from '../model/finding';
import type { Project } from '../model/project';
import { fromTestFile } from './from-test-file';
import { rethrowUsageError } from './rethrow-usage-error';
import { verdictText } from './verdict-text';

/** The microversion of the value, and the manifest. Default: the manifest that is found from the test file upwards. */
export type SatisfyOptions = ValueOptions & ProjectOptions;

declare global {
  namespace jest {
    // For suites that use @types/jest. The type parameters must be those of its own declaration.
    interface Matchers<R, T = {}> {
      /** Checks a value against a contract of the manifest, including the laws. */
      toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
    }
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> {
    /** Checks a value against a contract of the manifest, including the laws: `expect(body).toSatisfyContract('versions.index')`. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
  }
}

const projects = new Map<string, Project>();

/** The project of a manifest. It is opened once per test file, even if many values are checked. */
function projectOf({ cwd, manifest }: ProjectOptions): Project {
  const options = { ...(cwd === undefined ? {} : { cwd }), ...(manifest === undefined ? {} : { manifest }) };
  const key = JSON.stringify(options);
  const project = projects.get(key) ?? openProject(fromTestFile(options));
  projects.set(key, project);
  return project;
}

/** The matcher behind `expect(value).toSatisfyContract(contract)`. Throws if the value cannot be checked. */
export function toSatisfyContract(
  value: unknown,
  contract: string,
  options: SatisfyOptions = {},
): { pass: boolean; message: () => string } {
  const result = rethrowUsageError(
    () => checkValue(projectOf(options), contract, value, options),
    toSatisfyContract,
  );
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  const isAboutValue = ({ file }: Finding) => result.verdicts.some((verdict) => verdict.file === file);
  const elsewhere = errors.filter((finding) => !isAboutValue(finding));
  // Without a result, `.not` must not pass either.
  if (elsewhere.length > 0)
    throw new Error(`the contract ${contract} cannot be checked\n\n${verdictText(elsewhere, result)}`);
  if (errors.some(isAboutUnjudged)) throw new Error(verdictText(errors, result));
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0
        ? `expected the value not to satisfy the contract ${contract}, but it does`
        : verdictText(errors, result),
  };
}

expect.extend({ toSatisfyContract });
