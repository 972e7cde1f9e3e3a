import type { CheckResult } from '../../model/check-result';
import type { Target } from '../../model/target';
import { junitCases, type JunitCase } from './junit-cases';
import { findingsXml, junitElement, type JunitFindings } from './junit-element';
import { createRuleCases } from './junit-rule-cases';
import { caseXml, junitXml } from './junit-xml';
import { withTarget } from '../of-target';
import type { FleetOutput, ReporterOptions, Spool } from '../reporter';

/** The cases of a group so far. */
interface Suite {
  tests: number;
  failures: number;
  readonly skipped: 0;
  /** The XML of the cases of each result, by the index of its target; the samples are -1. */
  readonly kept: Map<number, () => string>;
}

/** Collects the cases of one result or many. They are written at the end, because each suite begins with its counts. */
export function createJunitOutput(
  { failOn = 'error' }: Pick<ReporterOptions, 'failOn'>,
  spool: Spool,
): FleetOutput & Required<Pick<FleetOutput, 'rest'>> {
  const suites = { sample: emptySuite(), response: emptySuite() };
  const rules = createRuleCases(spool);
  const add = (result: CheckResult, index: number, target?: Target): void => {
    const cases = junitCases(result, failOn);
    for (const group of ['sample', 'response'] as const) {
      const ofGroup = cases.filter((testCase) => testCase.group === group);
      if (ofGroup.length === 0) continue;
      const suite = suites[group];
      suite.tests += ofGroup.length;
      suite.failures += ofGroup.filter(({ failed }) => failed).length;
      suite.kept.set(index, spool.keep(ofGroup.map((one) => documentCase(one, target)).join('')));
    }
    rules.add(
      cases.filter(({ group }) => group === 'rule'),
      index,
    );
  };
  return {
    own: (result) => add(result, -1),
    add: ({ result, target, index }) => add(withTarget(result, target), index, target),
    end: () => {},
    rest: () => {
      const { sample, response } = suites;
      return junitXml([
        { name: 'samples', ...sample, cases: inOrder(sample) },
        ...(response.tests === 0 ? [] : [{ name: 'responses', ...response, cases: inOrder(response) }]),
        { name: 'rules', ...rules.counts(), cases: rules.cases() },
      ]);
    },
  };
}

function emptySuite(): Suite {
  return { tests: 0, failures: 0, skipped: 0, kept: new Map() };
}

function* inOrder({ kept }: Suite): Iterable<string> {
  for (const [, read] of [...kept].toSorted(([a], [b]) => a - b)) yield read();
}

/** A case of a sample or a response. Every target has one for `GET /`, so its name is part of theirs. */
function documentCase(testCase: JunitCase, target: Target | undefined): string {
  const { subject } = testCase;
  const classname = target === undefined ? subject : `${target.name}: ${subject}`;
  return [...caseXml(junitElement(classname, summaryOf(testCase), [findingsXml(testCase)]))].join('');
}

function summaryOf(testCase: JunitCase): JunitFindings {
  const { findings } = testCase;
  return { ...testCase, first: findings[0], total: findings.length };
}
