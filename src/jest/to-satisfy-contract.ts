import { expect } from '@jest/globals';

import { checkValue, type ValueOptions } from '../engine/check-value';
import { openProject, type ProjectOptions } from '../engine/open/open-project';
import type { Finding } from '../model/finding';
import type { Project } from '../model/project';
import { inPlainWords } from './in-plain-words';
import { verdictText } from './verdict-text';

/** At which microversion the value was obtained, and which manifest; the default is the one in the working folder. */
export type SatisfyOptions = ValueOptions & ProjectOptions;

declare global {
  namespace jest {
    // For suites that take their types from @types/jest; its own declaration has these parameters.
    interface Matchers<R, T = {}> {
      /** Holds a value to a contract of the manifest, laws included. */
      toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
    }
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> {
    /** Holds a value to a contract of the manifest, laws included: `expect(body).toSatisfyContract('versions.index')`. */
    toSatisfyContract: (contract: string, options?: SatisfyOptions) => R;
  }
}

const projects = new Map<string, Project>();

/** The manifest is read once a test file, however many values are held to it. */
function projectOf({ cwd, manifest }: ProjectOptions): Project {
  const options = { ...(cwd === undefined ? {} : { cwd }), ...(manifest === undefined ? {} : { manifest }) };
  const key = JSON.stringify(options);
  const project = projects.get(key) ?? openProject(options);
  projects.set(key, project);
  return project;
}

/** The matcher behind `expect(value).toSatisfyContract(contract)`. Throws where there is no telling whether the value does. */
export function toSatisfyContract(
  value: unknown,
  contract: string,
  options: SatisfyOptions = {},
): { pass: boolean; message: () => string } {
  const result = inPlainWords(
    () => checkValue(projectOf(options), contract, value, options),
    toSatisfyContract,
  );
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  const isAboutValue = ({ file }: Finding) => result.verdicts.some((verdict) => verdict.file === file);
  const elsewhere = errors.filter((finding) => !isAboutValue(finding));
  // With a broken schema a value neither satisfies the contract nor does not: `.not` must not pass either.
  if (elsewhere.length > 0)
    throw new Error(`the contract ${contract} cannot be checked\n\n${verdictText(elsewhere, result)}`);
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0
        ? `the value satisfies the contract ${contract}, and was expected not to`
        : verdictText(errors, result),
  };
}

expect.extend({ toSatisfyContract });
