import type { Change } from '../../model/project/change';
import type { Project } from '../../model/project/project';
import type { RuleLevel } from '../../model/severity';
import { sampleHasContract } from '../../rules/contracts/sample-has-contract';
import type { AnyRule } from '../../rules/rule';
import { activeRules } from './run-rules';

/**
 * The rules that are run on a project. Without contracts in the manifest, the samples are those that facts name, and no contract is expected to
 * claim them.
 */
export function rulesOfProject(
  { samples, contracts, manifest }: Pick<Project, 'samples' | 'contracts' | 'manifest'>,
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
