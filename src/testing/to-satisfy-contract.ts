import { checkValue, type ValueOptions } from '../engine/check-value';
import { isAboutUnjudged } from '../engine/judge/verdicts';
import { openProjects } from '../engine/open/open-projects';
import { OPTION_KINDS, type OptionKinds } from '../engine/options/option-kinds';
import { refuseNoContract, refuseWrongOptions } from '../engine/options/refuse-wrong-options';
import type { Finding } from '../model/findings/finding';
import type { Project } from '../model/project/project';
import { UsageError } from '../model/usage-error';
import { andList } from '../wording/list-words';
import { suggestName } from '../wording/suggest-name';
import { framedError, framedUsageError } from './framed-error';
import { MANIFEST_CHOICE, manifestsOptionsOf, type ManifestChoice } from './manifest-choice';
import { inOptionWords } from './option-words';
import { verdictText } from './verdict-text';

/** The microversion of the value, and the manifest. Default: the manifest that is found from the test file upwards. */
export type SatisfyOptions = ValueOptions & ManifestChoice;

const OPTIONS: OptionKinds<SatisfyOptions> = { ...MANIFEST_CHOICE, microversion: OPTION_KINDS.anyText };

const WHAT = '`toSatisfyContract`';

/** The verdict of a matcher, as Jest's and Vitest's `expect` expect it. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

const opened = new Map<string, readonly Project[]>();

/** The projects of a choice. They are opened once, even if many values are checked. */
function projectsOf(choice: ManifestChoice): readonly Project[] {
  const { from, cwd = process.cwd(), manifest, manifestText } = choice;
  const key = JSON.stringify([from, cwd, manifest, manifestText]);
  const projects = opened.get(key) ?? openProjects(manifestsOptionsOf(choice));
  opened.set(key, projects);
  return projects;
}

function contractNames(projects: readonly Project[]): readonly string[] {
  return projects.flatMap(({ contracts }) => contracts.map(({ name }) => name));
}

/** The only one of several projects that has a contract. Throws a UsageError if that is not exactly one. */
function projectWith(contract: string, projects: readonly Project[]): Project {
  const [only] = projects;
  if (only !== undefined && projects.length === 1) return only;
  const having = projects.filter(({ contracts }) => contracts.some(({ name }) => name === contract));
  const [project, ...others] = having;
  if (project === undefined) {
    throw new UsageError(
      `no manifest has a contract \`${contract}\`: ${suggestName(contract, contractNames(projects))}`,
    );
  }
  if (others.length > 0)
    throw new UsageError(
      `${andList(having.map(({ manifest }) => `\`${manifest.name}\``))} have a contract \`${contract}\`: choose one with \`--manifest FILE\``,
    );
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
  const result = attempt(() => {
    refuseWrongOptions(options, OPTIONS, WHAT);
    const projects = projectsOf(options);
    refuseNoContract(contract, contractNames(projects), WHAT);
    const { microversion } = options;
    return checkValue(
      projectWith(contract, projects),
      contract,
      value,
      microversion === undefined ? {} : { microversion },
    );
  }, caller);
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
