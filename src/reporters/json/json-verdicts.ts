import type { Verdict } from '../../model/findings/check-result';

/** Verdicts in reports for programs. Many have the same rules: each list of rules is written once, and verdicts have its index. */
export interface JsonVerdicts {
  readonly add: (verdict: Verdict, target?: string) => object;
  /** The lists of rules so far. */
  readonly ruleSets: () => readonly (readonly string[])[];
}

export function createJsonVerdicts(): JsonVerdicts {
  const known = new Map<string, { readonly index: number; readonly rules: readonly string[] }>();
  return {
    add: (
      { name, group, file, part, operations, contract, manifest, rules, findings, nothingToJudge },
      target,
    ) => {
      const key = rules.join(' ');
      const set = known.get(key) ?? { index: known.size, rules };
      known.set(key, set);
      return {
        target,
        manifest,
        name,
        group,
        file,
        part,
        operations,
        contract,
        rules: set.index,
        nothingToJudge,
        findings: findings.map(({ fingerprint }) => fingerprint),
      };
    },
    ruleSets: () => [...known.values()].map(({ rules }) => rules),
  };
}
