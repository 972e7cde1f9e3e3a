import type { Claim, LiveRequest } from '../../model/contract';
import type { Document } from '../../model/document';
import type { JsonPointer } from '../../model/json-pointer';
import type { CompareMode } from '../../model/compare-mode';
import type { Comparison, Fetched, LiveExchange } from '../../model/live';
import { compareMicroversions } from '../../model/microversion';
import { placeKey } from '../../model/place';
import type { Project } from '../../model/project';
import { queryJsonPath } from '../../text/json-path';
import { runBounded } from '../../text/run-bounded';
import { sampleIndexOf, type SampleIndex } from './sample-index';

/** What the samples of live requests are compared with; `mode` overrides what the requests say. */
export function comparisonsOf(project: Project, fetched: Fetched, mode?: CompareMode): readonly Comparison[] {
  const index = sampleIndexOf(project);
  const homes = { sample: index.homes, response: fetched.target.url };
  const comparisons = new Map<string, Comparison>();
  for (const exchange of fetched.exchanges) {
    const response = bodyOf(exchange);
    if (response === undefined) continue;
    for (const claim of exchange.claims) {
      const request = requestOf(claim);
      const sample = request && sampleFor(claim, request, index);
      if (request === undefined || sample?.value === undefined) continue;
      const how = mode ?? request.compare ?? 'exact';
      // Two contracts may hold one response to one sample.
      const key = JSON.stringify([sample.source.name, response.source.name, how, request.ignore]);
      if (comparisons.has(key)) continue;
      comparisons.set(key, {
        sample,
        response,
        mode: how,
        ignored: {
          sample: select(request.ignore, sample, project),
          response: select(request.ignore, response, project),
        },
        homes,
      });
    }
  }
  return [...comparisons.values()];
}

/** The JSON body of an answer with the right status. */
function bodyOf({ exchange, statuses }: LiveExchange): Document | undefined {
  return exchange.kind === 'answered' &&
    statuses.includes(exchange.answer.status) &&
    exchange.answer.body.value !== undefined
    ? exchange.answer.body
    : undefined;
}

/** The live request that a claim comes from: its pattern stands where the request does. */
function requestOf({ contract, pattern }: Claim): LiveRequest | undefined {
  return contract.live.find(({ place }) => placeKey(place) === placeKey(pattern.place));
}

/** The sample that a request names; where it names none, the only one of its contract at that microversion. */
function sampleFor(claim: Claim, { sample }: LiveRequest, index: SampleIndex): Document | undefined {
  if (sample !== undefined) return index.byPath.get(sample);
  const [only, second] = index
    .ofContract(claim.contract)
    .filter((candidate) => isSameMicroversion(candidate.claim, claim));
  return second === undefined ? only?.document : undefined;
}

/** What nobody says the microversion of may be of any. */
function isSameMicroversion({ microversion: a }: Claim, { microversion: b }: Claim): boolean {
  return a === undefined || b === undefined || compareMicroversions(a, b) === 0;
}

/** What queries select in a document. One that takes too long selects nothing: better a difference too many than one too few. */
function select(
  queries: readonly string[],
  { value }: Document,
  { limits }: Project,
): ReadonlySet<JsonPointer> {
  if (queries.length === 0) return NOTHING;
  const answers = runBounded(
    () => queries.map((query) => queryJsonPath(query, value)),
    limits.validationTime,
  );
  return answers === 'timed-out'
    ? NOTHING
    : new Set(
        answers.flatMap((answer) =>
          'mistake' in answer ? [] : answer.matches.map(({ pointer }) => pointer),
        ),
      );
}

const NOTHING: ReadonlySet<JsonPointer> = new Set();
