import type { CheckResult, Verdict } from '../../model/findings/check-result';
import { groupBy } from '../../model/group-by';
import type { CheckedTarget, FleetSummary } from '../../model/findings/fleet';
import { documentName } from '../../model/documents/source';
import { parseMicroversion } from '../../model/versions/microversion';
import type { Part } from '../../model/project/scope';
import { documentKey } from './json-documents';
import type { JsonPart, JsonReport, JsonTarget, JsonVerdict } from './json-report';

/** The result that a JSON report was made of. Without verdicts in the report, there are only those on documents with findings. */
export function resultOfReport(report: JsonReport): CheckResult {
  const { findings, rules, versions, matrix } = report;
  return {
    findings,
    verdicts: report.verdicts === undefined ? wrongDocuments(report) : verdictsIn(report, report.verdicts),
    summary: summaryOf(report),
    rules,
    ...(versions === undefined ? {} : { versions }),
    ...(matrix === undefined ? {} : { matrix }),
  };
}

/** The parts of a run over many services: the samples, each service, and the totals. */
export interface FleetOfReport {
  readonly own: CheckResult;
  readonly checked: readonly CheckedTarget[];
  readonly summary: FleetSummary;
}

/** What a JSON report of a run over many services was made of; undefined for a report of any other run. */
export function fleetOfReport(report: JsonReport): FleetOfReport | undefined {
  const { fleet, targets = [], matrix } = report;
  if (fleet === undefined) return undefined;
  const findings = groupBy(report.findings, ({ target }) => target);
  const verdicts = groupBy(report.verdicts ?? [], ({ target }) => target);
  const summary = summaryOf(report);
  const resultOf = (target: string | undefined, ofTarget: CheckResult['summary']): CheckResult => {
    const own = (findings.get(target) ?? []).map(({ target: _target, ...finding }) => finding);
    return {
      findings: own,
      verdicts: verdictsIn({ ...report, findings: own }, verdicts.get(target) ?? []),
      summary: ofTarget,
      rules: report.rules,
    };
  };
  const { contracts, samples, rules, documents, wrongOnPurpose, notChecked } = summary;
  const statuses = { ok: 0, findings: 0, unreachable: 0 };
  for (const { status } of targets) statuses[status] += 1;
  return {
    own: {
      ...resultOf(undefined, { ...summary, notChecked: [] }),
      ...(matrix === undefined ? {} : { matrix }),
    },
    checked: targets.map((row, index) => checkedOf(row, index, resultOf(row.target, summary))),
    summary: {
      targets: fleet.targets,
      statuses,
      checked: {
        contracts,
        samples,
        rules,
        documents,
        ...(wrongOnPurpose === undefined ? {} : { wrongOnPurpose }),
      },
      findings: summary.findings,
      notChecked,
      milliseconds: fleet.milliseconds,
    },
  };
}

function checkedOf(row: JsonTarget, index: number, result: CheckResult): CheckedTarget {
  const { target: name, url, status, oldest, newest, expected, findings, milliseconds } = row;
  const { alsoRequested, notChecked } = row;
  const newestExpected = expected === undefined ? undefined : parseMicroversion(expected);
  return {
    target: {
      name,
      url,
      address: url,
      headers: [],
      ...(newestExpected === undefined ? {} : { newest: newestExpected }),
    },
    index,
    result: {
      ...result,
      summary: {
        ...result.summary,
        findings,
        ...(alsoRequested === undefined ? {} : { alsoRequested }),
        notChecked,
      },
      live: {
        requests: 0,
        answered: status === 'unreachable' ? 0 : 1,
        ...(oldest === undefined ? {} : { oldest }),
        ...(newest === undefined ? {} : { newest }),
      },
    },
    milliseconds,
  };
}

function summaryOf({ summary: { part, ...summary } }: JsonReport): CheckResult['summary'] {
  return part === undefined ? summary : { ...summary, part: partOf(part) };
}

function partOf(part: JsonPart): Part {
  return 'changedSince' in part
    ? { kind: 'changed', since: part.changedSince }
    : { kind: 'shard', shard: { index: part.shard, count: part.of } };
}

function verdictsIn(
  { findings, ruleSets = [] }: Pick<JsonReport, 'findings' | 'ruleSets'>,
  verdicts: readonly JsonVerdict[],
): readonly Verdict[] {
  const known = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return verdicts.map(({ target: _target, ...verdict }) => ({
    ...verdict,
    rules: ruleSets[verdict.rules] ?? [],
    findings: verdict.findings.flatMap((fingerprint) => known.get(fingerprint) ?? []),
  }));
}

function wrongDocuments({ documents = [], findings }: JsonReport): readonly Verdict[] {
  const byDocument = groupBy(findings, documentKey);
  return documents.map((document) => ({
    ...document,
    name: documentName(document),
    rules: [],
    findings: byDocument.get(documentKey(document)) ?? [],
  }));
}
