import type { CheckResult, RuleInfo } from '../../model/findings/check-result';
import type { CoverageMatrix } from '../../model/findings/coverage-matrix';
import type { CheckedTarget } from '../../model/findings/fleet';
import { fleetExitCode } from '../../model/findings/exit-code';
import { rulesOf, type Finding } from '../../model/findings/finding';
import { createOrderedOutput } from '../ordered-output';
import type { FleetOutput, ReporterOptions, Spool } from '../reporter';
import { visibleJson } from '../visible-text';
import { jsonFinding } from './json-finding';
import { jsonHead } from './json-head';
import { jsonItem, jsonList, jsonListMarks } from './json-list';
import { jsonRule } from './json-rules';
import { jsonSummary } from './json-summary';
import { jsonTarget } from './json-target';
import { createJsonVerdicts } from './json-verdicts';

/**
 * The same document of many targets. Findings are written while targets are checked; what follows them waits in the spool, in the order of the
 * targets file.
 */
export function createJsonFleet(
  write: (text: string) => void,
  options: ReporterOptions,
  spool: Spool,
): FleetOutput {
  const { verbose, failOn = 'error' } = options;
  const findings = jsonListMarks(INDENT);
  const targets: (() => string)[] = [];
  const verdicts: (() => string)[] = [];
  const ofVerdicts = createJsonVerdicts();
  const rules = new Map<string, RuleInfo>();
  const named = new Set<string>();
  let matrix: CoverageMatrix | undefined;

  const add = (result: CheckResult, target?: string): void => {
    for (const rule of result.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    for (const id of result.findings.flatMap(rulesOf)) named.add(id);
    for (const finding of result.findings)
      write(findings.next() + item(jsonFinding(withName(finding, target))));
    if (verbose)
      for (const verdict of result.verdicts) verdicts.push(spool.keep(item(ofVerdicts.add(verdict, target))));
  };
  const head = print(jsonHead(options));
  write(`${head.slice(0, head.lastIndexOf('\n'))}${property('findings')}`);
  return createOrderedOutput<CheckedTarget>({
    own: (result) => {
      ({ matrix } = result);
      add(result);
    },
    keep: (checked) => checked,
    take: (checked) => {
      add(checked.result, checked.target.name);
      targets.push(spool.keep(item(jsonTarget(checked))));
    },
    end: (summary) => {
      const { targets: count, checked, findings: counts, notChecked, milliseconds } = summary;
      const rest = print({
        exitCode: fleetExitCode(summary, failOn),
        rules: [...rules.values()].filter(({ id }) => verbose || named.has(id)).map(jsonRule),
        summary: jsonSummary({ ...checked, findings: counts, notChecked }),
        fleet: { targets: count, milliseconds },
        ...(verbose ? { ruleSets: ofVerdicts.ruleSets(), matrix } : {}),
      });
      write(`${findings.end()},${rest.slice(1, rest.lastIndexOf('\n'))}`);
    },
    rest: function* rest() {
      yield property('targets');
      yield* jsonList(readAll(targets), INDENT);
      if (verbose) {
        yield property('verdicts');
        yield* jsonList(readAll(verdicts), INDENT);
      }
      yield '\n}\n';
    },
  });
}

function withName(finding: Finding, target: string | undefined): Finding {
  return target === undefined ? finding : { ...finding, target };
}

/** The indent of the properties of the document. */
const INDENT = '  ';

/** What comes between the property before and the value of this one. */
function property(name: string): string {
  return `,\n${INDENT}"${name}": `;
}

/** An item of a list that is a property of the document. */
function item(value: object): string {
  return jsonItem(value, INDENT);
}

function* readAll(texts: readonly (() => string)[]): Iterable<string> {
  for (const read of texts) yield read();
}

function print(value: object): string {
  return visibleJson(JSON.stringify(value, undefined, 2));
}
