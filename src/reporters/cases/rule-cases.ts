import type { Finding } from '../../model/findings/finding';
import { higherSeverity, type Severity } from '../../model/severity';
import type { WorkingFolder } from '../../model/working-folder';
import type { Spool } from '../reporter';
import { caseElement, findingsText, type CaseFindings } from './case-element';
import type { CaseCounts, CaseFormat } from './case-format';
import type { TestCase } from './test-cases';

/** The cases of rules that look across documents: each has the findings of every target. */
export interface RuleCases {
  /** Adds the cases of the target with this index; -1 for the samples. */
  readonly add: (cases: readonly TestCase[], index: number) => void;
  readonly counts: () => CaseCounts;
  /** As the format writes them, in pieces. */
  readonly cases: () => Iterable<string>;
}

interface RuleCase {
  /** Where it is in the report: the index of the first target that has it, and its place among the cases of that one. */
  at: CasePlace;
  readonly rule: string;
  readonly file: string | undefined;
  severity: Severity | undefined;
  failed: boolean;
  /** Why no result so far had anything to judge. */
  skipped: string | undefined;
  total: number;
  /** By the index of their target. */
  readonly found: Map<number, { readonly first: Finding; readonly read: () => string }>;
}

type CasePlace = readonly [index: number, place: number];

/** Collects such cases; their order is that of the targets, whatever is done first. Their texts are in the spool. */
export function createRuleCases(
  format: CaseFormat,
  working: Partial<WorkingFolder>,
  spool: Spool,
): RuleCases {
  const all = new Map<string, RuleCase>();
  const addCase = (key: string, testCase: TestCase, at: CasePlace) => {
    const [index] = at;
    const { rule, file, findings, severity, failed, skipped } = testCase;
    const merged = all.get(key) ?? {
      at,
      rule,
      file,
      severity,
      failed: false,
      skipped,
      total: 0,
      found: new Map(),
    };
    if (skipped === undefined) merged.skipped = undefined;
    if (comparePlaces(at, merged.at) < 0) {
      merged.at = at;
      if (merged.skipped !== undefined) merged.skipped = skipped;
    }
    all.set(key, merged);
    const [first] = findings;
    if (first === undefined || severity === undefined) return;
    merged.found.set(index, { first, read: spool.keep(format.escape(findingsText(testCase, working))) });
    merged.severity = higherSeverity(merged.severity ?? severity, severity);
    merged.failed ||= failed;
    merged.total += findings.length;
  };
  return {
    add: (cases, index) => {
      const seen = new Map<string, number>();
      for (const [place, testCase] of cases.entries()) {
        const key = `${testCase.rule}\0${testCase.file ?? ''}`;
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        // Cases of one result are never merged with each other.
        addCase(`${key}\0${times}`, testCase, [index, place]);
      }
    },
    counts: () => ({
      tests: all.size,
      failures: [...all.values()].filter(({ failed }) => failed).length,
      skipped: [...all.values()].filter(({ skipped }) => skipped !== undefined).length,
    }),
    cases: function* cases() {
      for (const testCase of [...all.values()].toSorted((a, b) => comparePlaces(a.at, b.at))) {
        const found = [...testCase.found].toSorted(([a], [b]) => a - b).map(([, one]) => one);
        const texts = (function* texts() {
          for (const [at, { read }] of found.entries())
            yield (at === 0 ? '' : format.escape('\n\n')) + read();
        })();
        const named = { suite: 'rules', classname: 'rules' };
        yield* format.element(caseElement(named, caseOf(testCase, found[0]?.first), texts, working));
      }
    },
  };
}

function comparePlaces([index, place]: CasePlace, [otherIndex, otherPlace]: CasePlace): number {
  return index - otherIndex || place - otherPlace;
}

function caseOf({ skipped, ...rest }: RuleCase, first: Finding | undefined): CaseFindings {
  return { ...rest, first, ...(skipped === undefined ? {} : { skipped }) };
}
