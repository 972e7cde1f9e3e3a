import type { RuleInfo } from '../model/findings/check-result';
import { exitCodeOf, fleetExitCode } from '../model/findings/exit-code';
import { rulesOf, type Finding } from '../model/findings/finding';
import { SEVERITIES, type Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { collectFleet } from './hosts/collect-fleet';
import { omittedFromRepository } from './hosts/omitted-from-repository';
import { plainMessage } from './hosts/plain-message';
import { repositoryPath, repositoryPlace, type RepositoryPlace } from './hosts/repository-place';
import { jsonItem, jsonList } from './json/json-list';
import type { Reporter, ReporterOptions } from './reporter';
import { visibleJson, visibleText } from './visible-text';

/** Code scanning rejects a run with more results. */
const MOST_RESULTS = 25_000;

/** How many related places of a result code scanning shows. */
const MOST_RELATED = 100;

/** The indent of the results. */
const INDENT = '      ';

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
  options: Pick<ReporterOptions, 'version' | 'folder' | 'top' | 'linked'>,
): Iterable<string> {
  const { isShown, indexes } = chooseResults(findings());
  const results = function* results(): Iterable<string> {
    let index = 0;
    for (const finding of findings()) {
      const place = repositoryPlace(finding, options);
      if (place === undefined) continue;
      if (isShown(index))
        yield jsonItem(sarifResult(finding, place, indexes.get(finding.ruleId), options), INDENT);
      index += 1;
    }
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
  yield* jsonList(results(), INDENT);
  yield `${frame.slice(middle + '[]'.length)}\n`;
}

/** What must be known of all findings before the first result is written. */
interface ChosenResults {
  /** Whether code scanning takes a finding, by its index among those with a place: the most severe if there are too many. */
  readonly isShown: (index: number) => boolean;
  /** The index of each rule that the results name. */
  readonly indexes: ReadonlyMap<string, number>;
}

function chooseResults(findings: Iterable<Finding>): ChosenResults {
  const severities: Severity[] = [];
  const rules: (readonly string[])[] = [];
  const lists = new Map<string, readonly string[]>();
  for (const finding of findings) {
    if (repositoryPlace(finding) === undefined) continue;
    severities.push(finding.severity);
    // There are few different lists, and may be a million findings.
    const ids = rulesOf(finding);
    const key = ids.join(' ');
    const list = lists.get(key) ?? ids;
    lists.set(key, list);
    rules.push(list);
  }
  const isShown = mostSevere(severities);
  const ids = new Set(rules.flatMap((list, index) => (isShown(index) ? list : [])));
  return { isShown, indexes: new Map(Array.from(ids, (id, index) => [id, index])) };
}

/** Whether an index is one of the most severe that code scanning takes. */
function mostSevere(severities: readonly Severity[]): (index: number) => boolean {
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
