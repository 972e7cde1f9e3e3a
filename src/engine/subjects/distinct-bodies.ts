import type { Document } from '../../model/documents/document';
import type { Exchange } from '../../model/live/exchange';
import type { Fetched } from '../../model/live/live';
import { createJsonSource } from '../../text/json/json-source';

/**
 * The same answers, with one document per distinct text of a URL. A URL is often requested several times: with and without a token, or
 * directly and through a redirect. Usually the text is the same, and its faults are reported once. Where texts differ, their documents get
 * different names, so that findings point into the right one.
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
    // An empty body, as after HEAD, has no findings, so it needs no name of its own.
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
      // The answer without a header is one of the exchanges above. The bodies of the other answers are not judged as documents.
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
