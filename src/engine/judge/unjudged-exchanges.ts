import type { NotChecked } from '../../model/findings/check-result';
import type { Fact } from '../../model/project/fact';
import type { LiveExchange } from '../../model/live/live';
import { unreadSources } from '../../rules/judged/unjudged-causes';
import { sampleJudged } from '../../rules/judged/sample-judged';
import { whyExchangeUnjudged, type UnjudgedExchange } from '../../rules/judged/why-unjudged';
import { liveJson } from '../../rules/live/live-json';
import { liveStatus } from '../../rules/live/live-status';

/** What the summary adds to "live requests", and the rule that reports such a request, if any. One without an answer counts as not sent. */
const KINDS: Readonly<
  Record<Exclude<UnjudgedExchange, 'no-answer'>, { readonly ending: string; readonly rule?: string }>
> = {
  refused: { ending: 'answered 401, 403 or 429', rule: liveStatus.id },
  'other-status': { ending: 'answered with another status', rule: sampleJudged.id },
  'other-microversion': { ending: 'answered at another microversion', rule: sampleJudged.id },
  'other-media-type': { ending: 'answered with another media type than JSON', rule: liveJson.id },
  'no-body': { ending: 'answered without a body, as HTTP requires (HEAD, 204, 304)' },
  'not-json': { ending: 'answered without JSON', rule: sampleJudged.id },
};

/** The live requests of contracts whose answers had no body to judge, by reason, where no rule reports them. */
export function unjudgedExchanges(
  exchanges: readonly LiveExchange[],
  active: ReadonlySet<string>,
): readonly NotChecked[] {
  const found = exchanges.map((exchange) => ({ exchange, reason: whyExchangeUnjudged(exchange) }));
  return Object.entries(KINDS)
    .filter(([, { rule }]) => rule === undefined || !active.has(rule))
    .map(([reason, { ending }]) => ({
      what: `live requests ${ending}`,
      one: `live request ${ending}`,
      items: found
        .filter((entry) => entry.reason === reason)
        .flatMap(({ exchange: { name, claims } }) =>
          claims.map(({ contract }) => `${contract.name}: ${name}`),
        ),
    }));
}

/** The places of facts without a value, where no rule reports them. */
export function unjudgedFacts(facts: readonly Fact[], active: ReadonlySet<string>): NotChecked {
  return {
    what: 'places of facts without a value',
    one: 'place of a fact without a value',
    items: active.has(sampleJudged.id)
      ? []
      : facts.flatMap((fact) => unreadSources(fact).map(({ description }) => `${fact.name}: ${description}`)),
  };
}
