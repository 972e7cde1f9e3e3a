import type { CheckResult, NotChecked } from '../../model/findings/check-result';
import type { Target } from '../../model/live/target';
import { withTarget } from '../of-target';
import type { FleetOutput, Reporter, ReporterOptions, Spool } from '../reporter';
import { visibleText } from '../visible-text';
import { caseElement, findingsText } from './case-element';
import type { CaseFormat } from './case-format';
import { createRuleCases } from './rule-cases';
import { testCases, type TestCase } from './test-cases';

/** The cases of a group so far. */
interface Suite {
  readonly name: string;
  tests: number;
  failures: number;
  readonly skipped: 0;
  /** The cases of each result as the format writes them, by the index of its target; the samples are -1. */
  readonly kept: Map<number, () => string>;
}

/** A report that lists every test case, passing ones too; no times of cases, so that equal runs give equal files. */
export function caseReporter(formatOf: (options: ReporterOptions) => CaseFormat, summary: string): Reporter {
  return {
    summary,
    namesRepositoryFiles: true,
    needsVerdicts: true,
    report: (result, options) => {
      const cases = collectCases(formatOf(options), options, IN_MEMORY);
      cases.add(result, -1);
      return [...cases.document(result.summary.notChecked, 0)].join('');
    },
    stream: (_write, options, spool) => streamCases(formatOf(options), options, spool),
  };
}

/** For one result, whose report is one text anyway. */
const IN_MEMORY: Spool = { keep: (text) => () => text };

function streamCases(format: CaseFormat, options: ReporterOptions, spool: Spool): FleetOutput {
  const { add, document } = collectCases(format, options, spool);
  let rest: Iterable<string> = [];
  return {
    own: (result) => add(result, -1),
    add: ({ result, target, index }) => add(withTarget(result, target), index, target),
    end: ({ notChecked, milliseconds }) => {
      rest = document(notChecked, Math.round(milliseconds));
    },
    rest: () => rest,
  };
}

/** Collects the cases of one result or many. They are written at the end, because each suite begins with its counts. */
function collectCases(format: CaseFormat, options: ReporterOptions, spool: Spool) {
  const { failOn = 'error' } = options;
  const suites = { sample: emptySuite('samples'), response: emptySuite('responses') };
  const rules = createRuleCases(format, options, spool);
  /** A case of a sample or a response. Every target has one for `GET /`, so its name is part of theirs. */
  const documentCase = (suite: string, testCase: TestCase, target: Target | undefined): string => {
    const { subject, findings } = testCase;
    const classname = target === undefined ? subject : `${target.name}: ${subject}`;
    const found = { ...testCase, first: findings[0], total: findings.length };
    const text = [format.escape(findingsText(testCase, options))];
    return [...format.element(caseElement({ suite, classname }, found, text, options))].join('');
  };
  return {
    add: (result: CheckResult, index: number, target?: Target): void => {
      const cases = testCases(result, failOn);
      for (const group of ['sample', 'response'] as const) {
        const ofGroup = cases.filter((testCase) => testCase.group === group);
        if (ofGroup.length === 0) continue;
        const suite = suites[group];
        suite.tests += ofGroup.length;
        suite.failures += ofGroup.filter(({ failed }) => failed).length;
        suite.kept.set(
          index,
          spool.keep(ofGroup.map((one) => documentCase(suite.name, one, target)).join('')),
        );
      }
      rules.add(
        cases.filter(({ group }) => group === 'rule'),
        index,
      );
    },
    document: (notChecked: readonly NotChecked[], milliseconds: number): Iterable<string> => {
      const { sample, response } = suites;
      const skipped = notChecked.reduce((sum, { items }) => sum + items.length, 0);
      return format.document(
        [
          { ...sample, cases: inOrder(sample) },
          ...(response.tests === 0 ? [] : [{ ...response, cases: inOrder(response) }]),
          { name: 'rules', ...rules.counts(), cases: rules.cases() },
          ...(skipped === 0
            ? []
            : [
                {
                  name: NOT_CHECKED,
                  tests: skipped,
                  failures: 0,
                  skipped,
                  cases: skippedCases(notChecked, format),
                },
              ]),
        ],
        milliseconds,
      );
    },
  };
}

function emptySuite(name: string): Suite {
  return { name, tests: 0, failures: 0, skipped: 0, kept: new Map() };
}

function* inOrder({ kept }: Suite): Iterable<string> {
  for (const [, read] of [...kept].toSorted(([a], [b]) => a - b)) yield read();
}

/** The suite of what was not checked. */
const NOT_CHECKED = 'not checked';

function* skippedCases(notChecked: readonly NotChecked[], format: CaseFormat): Iterable<string> {
  for (const { what, one = what, items, nothingOf } of notChecked) {
    const reason =
      nothingOf === undefined ? `not checked: ${one}` : `nothing of ${nothingOf} could be judged: ${one}`;
    for (const item of items)
      yield* format.element({
        suite: NOT_CHECKED,
        classname: visibleText(what),
        name: visibleText(item),
        skipped: visibleText(reason),
      });
  }
}
