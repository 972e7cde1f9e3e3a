import type { Claim } from '../../../src/model/contracts/contract';
import type { Exchange, HttpHeaders } from '../../../src/model/live/exchange';
import type { LiveExchange } from '../../../src/model/live/live';
import type { Report, Rule, SubjectKind } from '../../../src/rules/rule';
import { parseDocument } from '../../../src/text/parse-document';
import { reportsAlone } from '../../../src/rules/rule';

/** The parts of an exchange that a test sets. The default is a `GET` request with the answer `200 OK` and an empty JSON object. */
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

/** An exchange with an answer. */
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

/** An exchange of the manifest, and its expected statuses. */
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

/** The reports of a rule about a subject. No live rule needs the verdict of a schema. */
export function reportsOf<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Parameters<Rule<Kind>['check']>[0],
): readonly Report[] {
  return [...reportsAlone(rule, subject)];
}

/** The messages of a rule about a subject. */
export function messagesOf<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Parameters<Rule<Kind>['check']>[0],
): readonly string[] {
  return reportsOf(rule, subject).map(({ message }) => message);
}
