import type { BaseSummary, NotChecked, OpenApiSummary, Summary } from '../../model/findings/check-result';
import { formatSchemaRef, type ContractVersion } from '../../model/contracts/contract';
import { memoizeObject } from '../../model/memoize';
import type { Exchange } from '../../model/live/exchange';
import type { Fetched } from '../../model/live/live';
import type { Finding } from '../../model/findings/finding';
import { placeKey } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Part } from '../../model/project/scope';
import { formatRange } from '../../model/versions/version-range';
import { isWithin } from '../../project/disk/file-path';
import type { AnyRule, Evidence, SubjectLists } from '../../rules/rule';
import { schemaPatternsCompile } from '../../rules/schemas/schema-patterns-compile';
import type { SchemaSet } from '../../schema/schema-set';
import { patternName } from '../../wording/wanted';
import { unjudgedNegotiations } from './unjudged-negotiations';
import { unjudgedExchanges, unjudgedFacts } from './unjudged-exchanges';
import { unjudgedOpenApi } from './unjudged-open-api';
import { unjudgedSamples } from './unjudged-samples';

/** The counts of what a run checked. */
export interface RunSize {
  readonly part?: Part;
  readonly base?: BaseSummary;
  readonly manifest?: string;
  readonly contracts: number;
  readonly facts?: number;
  readonly samples: number;
  readonly openApi?: OpenApiSummary;
  readonly rules: number;
  readonly documents: number;
  readonly responses?: number;
  readonly wrongOnPurpose?: readonly string[];
  readonly alsoRequested?: readonly string[];
}

/** The name of the manifest for the summary, if it is above the working folder. */
export function manifestAbove({ manifest }: Pick<Project, 'manifest'>): Pick<Summary, 'manifest'> {
  return isWithin('.', manifest.name) ? {} : { manifest: manifest.name };
}

/** Builds the summary of a run. */
export function summarize(
  { responses = 0, wrongOnPurpose = [], alsoRequested = [], ...size }: RunSize,
  findings: readonly Finding[],
  notChecked: readonly NotChecked[],
): Summary {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...size,
    ...(responses === 0 ? {} : { responses }),
    ...(wrongOnPurpose.length === 0 ? {} : { wrongOnPurpose }),
    ...(alsoRequested.length === 0 ? {} : { alsoRequested }),
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    notChecked: notChecked.filter(({ items }) => items.length > 0),
  };
}

/** The `what` of `NotChecked` for the live requests of the manifest. */
export const LIVE_REQUESTS = 'live requests';

/** The `what` of `NotChecked` for files that were not read. */
const UNNAMED_FILES = 'YAML and NDJSON files that no contract names';
const TOML_FILES = 'TOML files';

/** Whether an entry of the summary lists files that were not read. */
export function listsUnreadFiles({ what }: NotChecked): boolean {
  return what === UNNAMED_FILES || what === TOML_FILES;
}

/** The self links of a service that were not followed. */
export function notFollowed(fetched: readonly Fetched[]): NotChecked {
  return {
    what: 'self links to another host or over the limit',
    one: 'self link to another host or over the limit',
    items: fetched.flatMap(({ unfollowed }) => unfollowed),
  };
}

/** The URLs at which a versions document was looked for in vain, with the status codes there. */
export function withoutVersions(fetched: readonly Fetched[]): NotChecked {
  const exchanges = fetched.flatMap((target) => target.exchanges);
  return {
    what: 'URLs without a versions document',
    one: 'URL without a versions document',
    items: exchanges.flatMap(({ exchange, instead, tried = [] }) => [
      ...(instead === undefined ? [] : [`${describeAnswer(exchange)}: checked ${instead} instead`]),
      ...tried.map(describeAnswer),
    ]),
  };
}

/** The URLs that were only requested to find out which microversions an endpoint has, with the status codes there. */
export function requestedForRanges(fetched: readonly Fetched[]): readonly string[] {
  return fetched.flatMap(({ lookedUp }) => lookedUp.map(describeAnswer));
}

function describeAnswer({ request: { url }, ...outcome }: Exchange): string {
  return `${url} (${outcome.kind === 'failed' ? 'no response' : outcome.answer.status})`;
}

/** Everything in the manifest that a run with these rules did not check. */
export function notCheckedIn(
  project: Project,
  {
    sample: samples,
    exchange,
    negotiation,
    fact: facts,
    'schema-problem': problems,
  }: Pick<SubjectLists, 'sample' | 'exchange' | 'negotiation' | 'fact' | 'schema-problem'>,
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
  rules: readonly AnyRule[],
): readonly NotChecked[] {
  const active = idsOf(rules);
  // A claim on a response has the place of its request.
  const answered = new Set(
    exchange
      .filter((asked) => asked.exchange.kind === 'answered')
      .flatMap(({ claims }) => claims.map(({ pattern }) => placeKey(pattern.place))),
  );
  return [
    ...unjudgedSamples(samples, evidence, schemas, active),
    {
      what: UNNAMED_FILES,
      one: 'YAML or NDJSON file that no contract names',
      items: project.unread?.unnamed ?? [],
    },
    {
      what: 'patterns that cannot be read',
      one: 'pattern that cannot be read',
      // If the rule is on, each is a finding.
      items: active.has(schemaPatternsCompile.id) ? [] : problems.flatMap(unreadPattern),
    },
    { what: TOML_FILES, one: 'TOML file', items: project.unread?.toml ?? [] },
    {
      what: 'ranges without a sample',
      one: 'range without a sample',
      items: rangesWithoutSample(project),
    },
    {
      what: LIVE_REQUESTS,
      one: 'live request',
      items: project.contracts.flatMap(({ name, live }) =>
        live
          .filter(({ place }) => !answered.has(placeKey(place)))
          .map(({ method, path }) => `${name}: ${method} ${path}`),
      ),
    },
    ...unjudgedOpenApi(project, schemas),
    ...unjudgedExchanges(exchange, active),
    unjudgedFacts(facts, active),
    ...unjudgedNegotiations(negotiation),
  ];
}

/** All targets of a fleet are checked with the same rules. */
const idsOf = memoizeObject(
  (rules: readonly AnyRule[]): ReadonlySet<string> => new Set(rules.map(({ id }) => id)),
);

/** None for a contract without sample patterns: it is checked only with live requests. */
function rangesWithoutSample({
  contracts,
  samples,
}: Pick<Project, 'contracts' | 'samples'>): readonly string[] {
  const used = usedBy(samples);
  return contracts
    .filter(({ patterns }) => patterns.length > 0)
    .flatMap(({ name, versions }) =>
      versions
        .filter((version) => !used.has(version))
        .map(({ range, schema }) => `${name}: ${formatRange(range)} (${formatSchemaRef(schema)})`),
    );
}

/** The versions of contracts that samples are checked against. They are the same for all targets of a fleet. */
const usedBy = memoizeObject(
  (samples: Project['samples']): ReadonlySet<ContractVersion> =>
    new Set(samples.flatMap(({ claims }) => claims.flatMap(({ versions }) => versions))),
);

function unreadPattern(problem: SchemaProblem): readonly string[] {
  return problem.kind === 'malformed-pattern'
    ? [`${problem.place.file}: ${patternName(problem.pattern)}`]
    : [];
}
