import type { RuleInfo } from '../model/check-result';
import { exitCodeOf, fleetExitCode } from '../model/exit-code';
import { rulesOf, type Finding } from '../model/finding';
import { SEVERITIES, type Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { collectFleet } from './hosts/collect-fleet';
import { omittedFromRepository } from './hosts/omitted-from-repository';
import { plainMessage } from './hosts/plain-message';
import { repositoryPath, repositoryPlace, type RepositoryPlace } from './hosts/repository-place';
import { jsonList } from './json/json-list';
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
  report: ({ findings, rules }, options) => {
    const exitCode = exitCodeOf(findings, options.failOn ?? 'error');
    return [...sarifTexts({ findings: () => findings, rules, exitCode }, options)].join('');
  },
  stream: (_write, options, spool) =>
    collectFleet(spool, ({ findings, rules, summary }) =>
      sarifTexts({ findings, rules, exitCode: fleetExitCode(summary, options.failOn ?? 'error') }, options),
    ),
  countOmitted: () => omittedFromRepository(MOST_RESULTS),
};

interface SarifRun {
  /** Read once to see which there are, and once to write them. */
  readonly findings: () => Iterable<Finding>;
  readonly rules: readonly RuleInfo[];
  readonly exitCode: number;
}

/** The text of the report, in pieces. */
function* sarifTexts(
  { findings, rules, exitCode }: SarifRun,
  options: Pick<ReporterOptions, 'version' | 'folder' | 'top'>,
): Iterable<string> {
  const isShown = shownBy(findings());
  const shown = function* shown(): Iterable<readonly [Finding, RepositoryPlace]> {
    let index = 0;
    for (const finding of findings()) {
      const place = repositoryPlace(finding, options);
      if (place !== undefined && isShown(index)) yield [finding, place];
      if (place !== undefined) index += 1;
    }
  };
  const indexes = new Map<string, number>();
  for (const [finding] of shown())
    for (const id of rulesOf(finding)) if (!indexes.has(id)) indexes.set(id, indexes.size);
  const results = function* results(): Iterable<object> {
    for (const [finding, place] of shown())
      yield sarifResult(finding, place, indexes.get(finding.ruleId), options);
  };
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'samplegate',
            version: options.version,
            rules: Array.from(indexes.keys(), (id) => sarifRule(id, known.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        invocations: [{ executionSuccessful: true, exitCode }],
        results: [],
      },
    ],
  };
  const frame = visibleJson(JSON.stringify(report, undefined, 2));
  const middle = frame.lastIndexOf('[]');
  yield frame.slice(0, middle);
  yield* jsonList(results(), '      ');
  yield `${frame.slice(middle + '[]'.length)}\n`;
}

/** Which of the findings with a place code scanning takes, by their index: the most severe if there are too many. */
function shownBy(findings: Iterable<Finding>): (index: number) => boolean {
  const severities: Severity[] = [];
  for (const finding of findings)
    if (repositoryPlace(finding) !== undefined) severities.push(finding.severity);
  if (severities.length <= MOST_RESULTS) return () => true;
  const kept = new Set(
    SEVERITIES.flatMap((severity) =>
      severities.flatMap((one, index) => (one === severity ? [index] : [])),
    ).slice(0, MOST_RESULTS),
  );
  return (index) => kept.has(index);
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
