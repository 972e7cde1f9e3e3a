import type { NotChecked, Summary } from '../../model/check-result';
import { formatSchemaRef, type Contract } from '../../model/contract';
import type { Fetched } from '../../model/live';
import type { Finding } from '../../model/finding';
import { placeKey } from '../../model/place';
import type { Project } from '../../model/project';
import type { Part } from '../../model/scope';
import { formatRange } from '../../model/version-range';
import type { Evidence, SubjectLists } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';
import { unjudgedSamples } from './unjudged-samples';

/** What a run looked at. */
export interface RunSize {
  readonly part?: Part;
  readonly contracts: number;
  readonly samples: number;
  readonly rules: number;
  readonly documents: number;
  readonly wrongOnPurpose?: readonly string[];
}

export function summarize(
  { wrongOnPurpose = [], ...size }: RunSize,
  findings: readonly Finding[],
  notChecked: readonly NotChecked[],
): Summary {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...size,
    ...(wrongOnPurpose.length === 0 ? {} : { wrongOnPurpose }),
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    notChecked: notChecked.filter(({ items }) => items.length > 0),
  };
}

/** The kind of what is not checked that holds the live requests of the manifest. */
export const LIVE_REQUESTS = 'live requests';

/** The self links of a service that were not followed. */
export function notFollowed(fetched: readonly Fetched[]): NotChecked {
  return {
    what: 'self links that lead elsewhere, or are too many',
    one: 'self link that leads elsewhere',
    items: fetched.flatMap(({ unfollowed }) => unfollowed),
  };
}

/** What the manifest promises and no document was held to. */
export function notCheckedIn(
  project: Project,
  { sample: judged, exchange, negotiation }: Pick<SubjectLists, 'sample' | 'exchange' | 'negotiation'>,
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): readonly NotChecked[] {
  const used = new Set(project.samples.flatMap(({ claims }) => claims.flatMap(({ versions }) => versions)));
  // A claim on a response stands where its request does.
  const answered = new Set(
    exchange
      .filter((asked) => asked.exchange.kind === 'answered')
      .flatMap(({ claims }) => claims.map(({ pattern }) => placeKey(pattern.place))),
  );
  return [
    ...unjudgedSamples(judged, evidence, schemas),
    {
      what: 'ranges without a sample',
      one: 'range without a sample',
      items: project.contracts.flatMap((contract) => rangesWithoutSample(contract, used)),
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
    {
      what: 'endpoints to negotiate with',
      one: 'endpoint to negotiate with',
      // Where the plain answer tells of no microversions, there is nothing more to ask for.
      items: negotiation
        .filter(({ kind, asked }) => kind === 'versioned' && asked.length === 1)
        .map(({ url }) => url),
    },
  ];
}

/** A contract that is checked live only has no ranges to speak of. */
function rangesWithoutSample(
  { name, versions, patterns }: Contract,
  used: ReadonlySet<Contract['versions'][number]>,
): readonly string[] {
  if (patterns.length === 0) return [];
  return versions
    .filter((version) => !used.has(version))
    .map(({ range, schema }) => `${name}: ${formatRange(range)} (${formatSchemaRef(schema)})`);
}
