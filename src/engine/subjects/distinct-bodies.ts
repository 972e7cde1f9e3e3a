import type { Document } from '../../model/document';
import type { Exchange } from '../../model/exchange';
import type { Fetched } from '../../model/live';
import { createJsonSource } from '../../text/json-source';

/**
 * The same answers, with one document for each text that a URL gave. Asked with and without a token, or by a redirect and by itself, a URL
 * mostly gives one text, whose faults are told once; where it gives two, their names differ, so that findings point into the right one.
 */
export function distinctBodies(targets: readonly Fetched[]): readonly Fetched[] {
  const byName = new Map<string, Document>();
  const kept = new Map<Document, Document>();
  const exchanges = new Map<Exchange, Exchange>();

  const keep = (document: Document, way: string): Document => {
    const known = kept.get(document) ?? firstFree(document, way);
    kept.set(document, known);
    return known;
  };
  const firstFree = (document: Document, way: string): Document => {
    const { name, text } = document.source;
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : count === 2 ? `${name} ${way}` : `${name} ${way} (${count - 1})`;
      const taken = byName.get(candidate);
      if (taken !== undefined && taken.source.text !== text) continue;
      const named = candidate === name ? document : renamed(document, candidate);
      byName.set(candidate, taken ?? named);
      return taken ?? named;
    }
  };
  const withBody = (exchange: Exchange, way: string): Exchange => {
    // What has no body, as after HEAD, is no text that another could be mistaken for.
    if (exchange.kind === 'failed' || exchange.answer.body.source.text === '') return exchange;
    const body = keep(exchange.answer.body, way);
    const same = body === exchange.answer.body;
    const distinct =
      exchanges.get(exchange) ?? (same ? exchange : { ...exchange, answer: { ...exchange.answer, body } });
    exchanges.set(exchange, distinct);
    return distinct;
  };

  return targets.map((target) => {
    const asked = target.exchanges.map((request) => ({
      ...request,
      exchange: withBody(request.exchange, request.token ? 'with a token' : 'without a token'),
    }));
    const links = target.links.map((link) => ({
      ...link,
      exchange: withBody(link.exchange, 'without a token'),
    }));
    return {
      ...target,
      exchanges: asked,
      links: links.map((link) => ({ ...link, document: kept.get(link.document) ?? link.document })),
      // What was asked without a header was asked for already; what was asked with one is no document.
      negotiations: target.negotiations.map((negotiation) => ({
        ...negotiation,
        asked: negotiation.asked.map((one) => ({
          ...one,
          exchange: exchanges.get(one.exchange) ?? one.exchange,
        })),
      })),
    };
  });
}

function renamed(document: Document, name: string): Document {
  return { ...document, source: createJsonSource(name, document.source.text) };
}
