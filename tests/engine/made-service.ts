import type { OutgoingRequest } from '../../src/model/live/client';
import type { LiveCheck } from '../../src/engine/fetch/connect';
import type { ExchangeFailure, HttpHeaders } from '../../src/model/live/exchange';
import { recordedClient, type Recording } from './recorded-client';

export const BASE = 'http://cloud/compute/';

type Recorded = Recording['exchanges'][number];

const JSON_TYPE: HttpHeaders = [['Content-Type', 'application/json']];

/** The answer of a service to a GET of a path below its base URL, or of any URL. */
export function answer(path: string, body: unknown, status = 200, headers: HttpHeaders = []): Recorded {
  return { request: { method: 'GET', path }, answer: { status, headers: [...JSON_TYPE, ...headers], body } };
}

/** The answer of a service with a text that need not be JSON. */
export function textAnswer(path: string, text: string, headers: HttpHeaders = JSON_TYPE): Recorded {
  return { request: { method: 'GET', path }, answer: { status: 200, headers, text } };
}

export const REFUSED: ExchangeFailure = { kind: 'refused', reason: 'refused the connection' };

export function failure(path: string): Recorded {
  return { request: { method: 'GET', path }, failure: REFUSED };
}

/** A service at BASE with these answers, and the requests that it got, in order. */
export function madeService(
  exchanges: readonly Recorded[],
  more: Partial<LiveCheck> = {},
): { readonly live: LiveCheck; readonly sent: readonly OutgoingRequest[] } {
  const { send, ...client } = recordedClient({ base: BASE, exchanges });
  const sent: OutgoingRequest[] = [];
  const counting = {
    ...client,
    send: (request: OutgoingRequest) => {
      sent.push(request);
      return send(request);
    },
  };
  return {
    live: { target: { name: 'cloud', url: BASE }, address: BASE, client: counting, ...more },
    sent,
  };
}

/** One line per request, such as `GET http://cloud/compute/a`, with its microversion header and `token` if credentials are sent. */
export function lines(sent: readonly OutgoingRequest[]): readonly string[] {
  return sent.map(({ method, url, headers, token }) =>
    [method, url, ...headers.map(([name, value]) => `${name}: ${value}`), ...(token ? ['token'] : [])].join(
      ' ',
    ),
  );
}
