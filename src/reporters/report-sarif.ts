import type { RuleInfo } from '../model/check-result';
import { exitCodeOf, fleetExitCode } from '../model/exit-code';
import { rulesOf, type Finding } from '../model/finding';
import { SEVERITIES, type Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { collectFleet } from './hosts/collect-fleet';
import { omittedFromRepository } from './hosts/omitted-from-repository';
import { plainMessage } from './hosts/plain-message';
import { repositoryPath, repositoryPlace, type RepositoryPlace } from './hosts/repository-place';
import type { Reporter, ReporterOptions } from './reporter';
import { visibleJson, visibleText } from './visible-text';

/** Code scanning rejects a run with more results. */
const MOST_RESULTS = 25_000;

/** How many related places of a result code scanning shows. */
const MOST_RELATED = 100;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 for code scanning. No response is in the repository, so a finding in one is placed where the manifest names the request. */
export const reportSarif: Reporter = {
  summary: 'SARIF 2.1.0, for code scanning and editors',
  namesRepositoryFiles: true,
  report: ({ findings, rules }, options) =>
    sarifText({ findings, rules, exitCode: exitCodeOf(findings, options.failOn ?? 'error') }, options),
  stream: (write, options) =>
    collectFleet(write, ({ findings, rules, summary }) =>
      sarifText({ findings, rules, exitCode: fleetExitCode(summary, options.failOn ?? 'error') }, options),
    ),
  omitted: (findings) => omittedFromRepository(findings, MOST_RESULTS),
};

interface SarifRun {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleInfo[];
  readonly exitCode: number;
}

function sarifText(
  { findings, rules, exitCode }: SarifRun,
  options: Pick<ReporterOptions, 'version' | 'folder' | 'top'>,
): string {
  const shown = mostSevere(findings).flatMap((finding) => {
    const place = repositoryPlace(finding, options);
    return place === undefined ? [] : [{ finding, place }];
  });
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set(shown.flatMap(({ finding }) => rulesOf(finding)))];
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'samplegate',
            version: options.version,
            rules: ids.map((id) => sarifRule(id, known.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        invocations: [{ executionSuccessful: true, exitCode }],
        results: shown.map(({ finding, place }) =>
          sarifResult(finding, place, indexes.get(finding.ruleId), options),
        ),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}

/** The findings that code scanning takes, in their order; the most severe if there are too many. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const placed = findings.filter((finding) => repositoryPlace(finding) !== undefined);
  const kept = new Set(
    SEVERITIES.flatMap((severity) => placed.filter((finding) => finding.severity === severity)).slice(
      0,
      MOST_RESULTS,
    ),
  );
  return findings.filter((finding) => kept.has(finding));
}

function sarifRule(id: string, rule: RuleInfo | undefined): object {
  if (rule === undefined) return { id };
  const { summary, help, severity, url } = rule;
  return {
    id,
    shortDescription: { text: summary },
    ...(help === '' ? {} : { help: { text: summary, markdown: help } }),
    // A URI here must be absolute.
    ...(url !== undefined && URL.canParse(url) ? { helpUri: new URL(url).href } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function sarifResult(
  finding: Finding,
  { path, start, end }: RepositoryPlace,
  ruleIndex: number | undefined,
  working: Partial<WorkingFolder>,
): object {
  const { ruleId, severity, fingerprint, pointer, related, curl } = finding;
  const [algorithm = '', value = ''] = fingerprint.split(':');
  const places = related.slice(0, MOST_RELATED).flatMap((place, id) => {
    const uri = repositoryPath(place, working);
    return uri === undefined
      ? []
      : [
          {
            id,
            message: { text: visibleText(place.message) },
            physicalLocation: physicalLocation(uri, place),
          },
        ];
  });
  const command = curl === undefined ? '' : `\n${visibleText(curl)}`;
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plainMessage(finding) + command },
    locations: [
      {
        physicalLocation: physicalLocation(path, { start, end }),
        ...(pointer === undefined || pointer === ''
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: visibleText(pointer), kind: 'value' }] }),
      },
    ],
    ...(places.length === 0 ? {} : { relatedLocations: places }),
    partialFingerprints: { [algorithm]: value },
  };
}

function physicalLocation(path: string, { start, end }: Pick<Finding, 'start' | 'end'>): object {
  return {
    artifactLocation: {
      uri: path
        .replaceAll(/\p{Cs}/gu, '\uFFFD')
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
      uriBaseId: '%SRCROOT%',
    },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}
