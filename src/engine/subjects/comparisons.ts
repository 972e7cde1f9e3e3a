import type { Claim, LiveRequest } from '../../model/contracts/contract';
import { isWhole, type Document } from '../../model/documents/document';
import type { JsonPointer } from '../../model/json/json-pointer';
import type { CompareMode } from '../../model/contracts/compare-mode';
import type { Comparison, Fetched, LiveExchange } from '../../model/live/live';
import { groupBy } from '../../model/group-by';
import { compareMicroversions, formatRequested } from '../../model/versions/microversion';
import { placeKey } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import { withSlash } from '../../model/live/target';
import { queryJsonPath } from '../../text/json-path';
import { judgedBody } from './judged-body';
import { sampleIndexOf, type SampleIndex } from './sample-index';

/** The responses to compare with samples. `mode` overrides the mode that a request sets. */
export function comparisonsOf(project: Project, fetched: Fetched, mode?: CompareMode): readonly Comparison[] {
  const index = sampleIndexOf(project);
  const homes = { sample: index.homes, response: withSlash(fetched.target.url) };
  const comparisons = new Map<string, Comparison & { readonly request: string }>();
  for (const exchange of fetched.exchanges) {
    const response = bodyOf(exchange);
    if (response === undefined) continue;
    for (const claim of exchange.claims) {
      const request = requestOf(claim);
      const sample = request && sampleFor(claim, request, index);
      if (request === undefined || sample === undefined || !isWhole(sample)) continue;
      const usedMode = mode ?? request.compare ?? 'exact';
      // Two contracts may compare the same response with the same sample.
      const key = JSON.stringify([sample.source.name, response.source.name, usedMode, request.ignore]);
      if (comparisons.has(key)) continue;
      comparisons.set(key, {
        sample,
        response,
        request: requestText(request),
        mode: usedMode,
        ignored: {
          sample: select(request.ignore, sample, project),
          response: select(request.ignore, response, project),
        },
        homes,
      });
    }
  }
  const bySample = groupBy([...comparisons.values()], ({ sample }) => sample);
  const isShared = ({ sample }: Comparison): boolean =>
    new Set(bySample.get(sample)?.map(({ request }) => request)).size > 1;
  return Array.from(comparisons.values(), (comparison) => {
    if (isShared(comparison)) return comparison;
    const { request: _, ...unnamed } = comparison;
    return unnamed;
  });
}

/** `` `GET /v2.1/` at 2.30 with a token ``: what distinguishes the requests of a manifest. */
function requestText({ method, path, microversion, token }: LiveRequest): string {
  const at = microversion === undefined ? '' : ` at ${formatRequested(microversion)}`;
  return `\`${method} ${path}\`${at}${token ? ' with a token' : ''}`;
}

/** The body of an answer that contracts apply to, if it is JSON. */
function bodyOf({ exchange, statuses }: LiveExchange): Document | undefined {
  const body = judgedBody(exchange, statuses);
  return body?.value === undefined ? undefined : body;
}

/** The live request that a claim comes from: the claim's pattern has the same place as the request. */
function requestOf({ contract, pattern }: Claim): LiveRequest | undefined {
  return contract.live.find(({ place }) => placeKey(place) === placeKey(pattern.place));
}

/** The sample that a request names. If it names none: the contract's sample at that microversion, provided there is only one. */
function sampleFor(claim: Claim, { sample }: LiveRequest, index: SampleIndex): Document | undefined {
  if (sample !== undefined) return index.byPath.get(sample);
  const [only, second] = index
    .ofContract(claim.contract)
    .filter((candidate) => isSameMicroversion(candidate.claim, claim));
  return second === undefined ? only?.document : undefined;
}

/** An unknown microversion matches every other. */
function isSameMicroversion({ microversion: a }: Claim, { microversion: b }: Claim): boolean {
  return a === undefined || b === undefined || compareMicroversions(a, b) === 0;
}

/**
 * The places that JSONPath queries select in a document. Queries that exceed the time limit select nothing: an extra difference in the
 * report is better than a missing one.
 */
function select(
  queries: readonly string[],
  { value }: Document,
  { limits }: Project,
): ReadonlySet<JsonPointer> {
  return new Set(
    queries.flatMap((query) => {
      const answer = queryJsonPath(query, value, limits.validationTime);
      return answer === 'timed-out' || 'mistake' in answer
        ? []
        : answer.matches.map(({ pointer }) => pointer);
    }),
  );
}
