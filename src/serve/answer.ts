import type { HttpHeaders } from '../model/live/exchange';

/** A request to the API. */
export interface ApiRequest {
  readonly method: string;
  /** The path. A query is allowed, and ignored. */
  readonly path: string;
  readonly headers: HttpHeaders;
  /** The host and port that the client used: links in responses point there. */
  readonly host: string;
}

/**
 * How a response is sent: whole, or as by a bad network or server. `truncated` sends half of the body and closes the
 * connection; `stalled` sends half of the body and then nothing; `endless` sends the body and then spaces without end.
 */
export type Delivery = 'whole' | 'slow' | 'reset' | 'truncated' | 'stalled' | 'endless' | 'not-http';

/** A response of the API. */
export interface Answer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
  readonly delivery: Delivery;
}

/** A response with a JSON body. */
export function jsonAnswer(status: number, body: string, headers: HttpHeaders = []): Answer {
  return answerOf(status, 'application/json', body, headers);
}

export function answerOf(status: number, type: string, body: string, headers: HttpHeaders = []): Answer {
  return { status, headers: [['Content-Type', type], ...headers], body, delivery: 'whole' };
}

/** OpenStack's names for errors, by status. Any other error is a `computeFault`, in services other than Compute too. */
const ERROR_NAMES: Readonly<Record<number, string | undefined>> = {
  400: 'badRequest',
  404: 'itemNotFound',
  405: 'badMethod',
  503: 'serviceUnavailable',
};

/** OpenStack's response to a path without a resource. The message has `<br />` because it was written for browsers. */
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

/** An error in the format of OpenStack's services. */
export function errorAnswer(status: number, message: string, headers: HttpHeaders = []): Answer {
  const name = ERROR_NAMES[status] ?? 'computeFault';
  const body = JSON.stringify({ [name]: { code: status, message } });
  return answerOf(status, 'application/json; charset=UTF-8', body, headers);
}
