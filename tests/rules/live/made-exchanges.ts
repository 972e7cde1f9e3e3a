import type { Claim } from '../../../src/model/contract';
import type { Exchange, HttpHeaders } from '../../../src/model/exchange';
import type { LiveExchange } from '../../../src/model/live';
import type { Report, Rule, SubjectKind } from '../../../src/rules/rule';
import { parseDocument } from '../../../src/text/parse-document';
import { NO_EVIDENCE } from '../../../src/rules/rule';

/** What a test says of an exchange; the rest is a `GET` that was answered `200 OK` with an empty object of JSON. */
export interface ExchangeSketch {
  readonly method?: string;
  readonly url?: string;
  readonly sent?: HttpHeaders;
  readonly status?: number;
  readonly headers?: HttpHeaders;
  /** JSON, or any text. */
  readonly body?: object | string;
}

export const JSON_TYPE: HttpHeaders = [['Content-Type', 'application/json']];
const SERVICE_URL = 'http://compute.test:8774/v2.1/';

/** An exchange that was answered. */
export function answered(sketch: ExchangeSketch = {}): Exchange {
  const {
    method = 'GET',
    url = SERVICE_URL,
    sent = [],
    status = 200,
    headers = JSON_TYPE,
    body = {},
  } = sketch;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'answered',
    request: { method, url, headers: sent },
    answer: {
      status,
      headers,
      body: parseDocument({ name: url, kind: 'response', origin: 'compute' }, text, { depth: 100 }),
    },
  };
}

/** An exchange without an answer. */
export function refused(url: string = SERVICE_URL): Exchange {
  return {
    kind: 'failed',
    request: { method: 'GET', url, headers: [] },
    failure: { kind: 'refused', reason: 'refused the connection: is the service up?' },
  };
}

const CLAIM: Claim = {
  contract: { name: 'a', place: { file: 'contracts.yaml' }, versions: [], patterns: [], live: [] },
  pattern: { pattern: '', expect: 'valid', place: { file: 'contracts.yaml' } },
  versions: [],
};

/** An exchange that the manifest names, and the statuses that are right. */
export function expecting(exchange: Exchange, ...statuses: readonly number[]): LiveExchange {
  return {
    name: 'GET /v2.1/',
    exchange,
    statuses: statuses.length === 0 ? [200] : statuses,
    claims: [CLAIM],
    negotiates: false,
    token: false,
  };
}

/** An exchange of a run without a manifest. */
export function unclaimed(exchange: Exchange, ...statuses: readonly number[]): LiveExchange {
  return { ...expecting(exchange, ...statuses), claims: [] };
}

/** What a rule says of a subject; no live rule asks for the verdict of a schema. */
export function reportsOf<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Parameters<Rule<Kind>['check']>[0],
): readonly Report[] {
  return [...rule.check(subject, NO_EVIDENCE)];
}

/** The messages of what a rule says of a subject. */
export function messagesOf<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Parameters<Rule<Kind>['check']>[0],
): readonly string[] {
  return reportsOf(rule, subject).map(({ message }) => message);
}
