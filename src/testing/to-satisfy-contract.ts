import { checkValue, type ValueOptions } from '../engine/check-value';
import { isAboutUnjudged } from '../engine/judge/verdicts';
import { openProject } from '../engine/open/open-project';
import type { Finding } from '../model/finding';
import type { Project } from '../model/project';
import { framedError, framedUsageError } from './framed-error';
import { projectOptionsOf, type ManifestChoice } from './manifest-choice';
import { inOptionWords } from './option-words';
import { verdictText } from './verdict-text';

/** The microversion of the value, and the manifest. Default: the manifest that is found from the test file upwards. */
export type SatisfyOptions = ValueOptions & ManifestChoice;

/** The verdict of a matcher, as Jest's and Vitest's `expect` expect it. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

const projects = new Map<string, Project>();

/** The project of a manifest. It is opened once, even if many values are checked. */
function projectOf({ from, cwd, manifest, manifestText }: ManifestChoice): Project {
  const key = JSON.stringify([from, cwd ?? process.cwd(), manifest, manifestText]);
  const project =
    projects.get(key) ??
    openProject(
      projectOptionsOf({
        ...(from === undefined ? {} : { from }),
        ...(cwd === undefined ? {} : { cwd }),
        ...(manifest === undefined ? {} : { manifest }),
        ...(manifestText === undefined ? {} : { manifestText }),
      }),
    );
  projects.set(key, project);
  return project;
}

/**
 * Checks a value against a contract of a manifest, including the laws. Throws if the value cannot be checked; the stack of the error starts where
 * `caller` was called.
 */
export function satisfyContract(
  value: unknown,
  contract: string,
  options: SatisfyOptions,
  caller: (...args: never) => unknown,
): MatcherResult {
  const result = attempt(() => checkValue(projectOf(options), contract, value, options), caller);
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  const isAboutValue = ({ file }: Finding) => result.verdicts.some((verdict) => verdict.file === file);
  const elsewhere = errors.filter((finding) => !isAboutValue(finding));
  // Without a result, `.not` must not pass either.
  if (elsewhere.length > 0)
    throw framedError(
      `the contract ${contract} cannot be checked\n\n${verdictText(elsewhere, result)}`,
      caller,
    );
  if (errors.some(isAboutUnjudged)) throw framedError(verdictText(errors, result), caller);
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0
        ? `expected the value not to satisfy the contract ${contract}, but it does`
        : inOptionWords(verdictText(errors, result)),
  };
}

function attempt<T>(task: () => T, caller: (...args: never) => unknown): T {
  try {
    return task();
  } catch (error) {
    throw framedUsageError(error, caller);
  }
}

/**
 * For `expect.extend` of a runner that has no entry of its own: `expect(body).toSatisfyContract('pets.show', { from: import.meta.dirname })`
 * checks a value against a contract of the manifest.
 */
export const matchers = {
  toSatisfyContract: function toSatisfyContract(
    value: unknown,
    contract: string,
    options: SatisfyOptions = {},
  ): MatcherResult {
    return satisfyContract(value, contract, options, toSatisfyContract);
  },
};
