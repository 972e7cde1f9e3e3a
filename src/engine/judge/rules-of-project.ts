import { memoizeObject } from '../../model/memoize';
import type { Change } from '../../model/project/change';
import type { Project } from '../../model/project/project';
import type { RuleLevel } from '../../model/severity';
import { sampleHasContract } from '../../rules/contracts/sample-has-contract';
import type { AnyRule } from '../../rules/rule';
import { activeRules } from './run-rules';

type Judged = Pick<Project, 'samples' | 'contracts' | 'manifest' | 'rules'>;

/**
 * The rules that are run on a project. Without contracts in the manifest, the samples are those that facts name, and no contract is expected to
 * claim them.
 */
export function rulesOfProject(
  project: Judged,
  known: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
  change?: Change,
): readonly AnyRule[] {
  return change === undefined && levels === project.rules
    ? rulesWithoutBase(project)(known)
    : selectRules(project, known, levels, change);
}

/** A run over many services needs the same list for each. */
const rulesWithoutBase = memoizeObject((project: Judged) =>
  memoizeObject((known: readonly AnyRule[]) => selectRules(project, known, project.rules)),
);

function selectRules(
  { samples, contracts, manifest }: Judged,
  known: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
  change?: Change,
): readonly AnyRule[] {
  const rules = activeRules(known, levels, change);
  const hasOwnContracts =
    samples.some(({ nameless }) => nameless !== undefined) ||
    contracts.some(({ place }) => place.file === manifest.name);
  return hasOwnContracts ? rules : rules.filter(({ id }) => id !== sampleHasContract.id);
}
