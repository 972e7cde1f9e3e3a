import type { HttpHeaders } from '../model/exchange';

/** A request as the API sees it. */
export interface ApiRequest {
  readonly method: string;
  /** A path, with or without a query, which makes no difference. */
  readonly path: string;
  readonly headers: HttpHeaders;
  /** Host and port as the client spelt them: the links of answers lead back there. */
  readonly host: string;
}

/**
 * How an answer goes over the wire: as it is, or as bad networks and servers have it. `truncated`: half of the body and
 * then the end; `stalled`: half of the body and then nothing; `endless`: the body and then spaces, for ever.
 */
export type Delivery = 'whole' | 'slow' | 'reset' | 'truncated' | 'stalled' | 'endless' | 'not-http';

/** What the API says to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
  readonly delivery: Delivery;
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: string, headers: HttpHeaders = []): Answer {
  return answerOf(status, 'application/json', body, headers);
}

export function answerOf(status: number, type: string, body: string, headers: HttpHeaders = []): Answer {
  return { status, headers: [['Content-Type', type], ...headers], body, delivery: 'whole' };
}

/** The names that OpenStack's services give their errors, by status; any other is a `computeFault`, beyond compute too. */
const ERROR_NAMES: Readonly<Record<number, string | undefined>> = {
  400: 'badRequest',
  404: 'itemNotFound',
  405: 'badMethod',
  503: 'serviceUnavailable',
};

/** What a router says to a path that it has no resource for; the page that it is for browsers shows through. */
export function noSuchPath(): Answer {
  return jsonAnswer(
    404,
    JSON.stringify({
      message: 'The resource could not be found.<br /><br />\n\n\n',
      code: '404 Not Found',
      title: 'Not Found',
    }),
  );
}

/** An error as OpenStack's services tell it. */
export function errorAnswer(status: number, message: string, headers: HttpHeaders = []): Answer {
  const name = ERROR_NAMES[status] ?? 'computeFault';
  const body = JSON.stringify({ [name]: { code: status, message } });
  return answerOf(status, 'application/json; charset=UTF-8', body, headers);
}
