import { readFileSync } from 'node:fs';

import type { Client, OutgoingRequest } from '../../src/model/live/client';
import type { Exchange, ExchangeFailure, HttpHeaders } from '../../src/model/live/exchange';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { parseDocument } from '../../src/text/parse-document';

/** A recorded answer of a service. A request without `headers` matches every request of its method and path. */
interface RecordedExchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly answer?: {
    readonly status: number;
    readonly headers: HttpHeaders;
    /** A JSON body, or the text of any other body. */
    readonly body?: unknown;
    readonly text?: string;
  };
  readonly failure?: ExchangeFailure;
}

/** The recorded answers of a service. The first that matches a request is used. */
export interface Recording {
  /** The base URL, ending in `/`. */
  readonly base: string;
  readonly exchanges: readonly RecordedExchange[];
}

export function readRecording(file: string): Recording {
  const recording: Recording = JSON.parse(readFileSync(file, 'utf8'));
  return recording;
}

/** A client that answers from a recording. It throws for a request that was not recorded. */
export function recordedClient({ base, exchanges }: Recording): Client {
  const send = async (request: OutgoingRequest): Promise<Exchange> => {
    const { method, url, headers, name = url, origin } = request;
    const path = `/${url.slice(base.length)}`;
    const recorded = exchanges.find(
      ({ request: wanted }) =>
        wanted.method === method &&
        (wanted.path === path || wanted.path === url) &&
        Object.entries(wanted.headers ?? {}).every(([key, value]) =>
          headers.some(([sent, text]) => sent.toLowerCase() === key.toLowerCase() && text === value),
        ),
    );
    if (recorded?.failure !== undefined)
      return { kind: 'failed', request: { method, url, headers }, failure: recorded.failure };
    if (recorded?.answer === undefined)
      throw new Error(`not recorded: ${method} ${path} ${JSON.stringify(headers)}`);
    const { status, headers: answered, body, text = JSON.stringify(body) ?? '' } = recorded.answer;
    const document = parseDocument({ name, kind: 'response', origin }, text, DEFAULT_LIMITS);
    return {
      kind: 'answered',
      request: { method, url, headers },
      answer: {
        status,
        headers: answered,
        // An empty body, as after HEAD, is not malformed JSON.
        body: text === '' ? { ...document, problems: [] } : document,
      },
    };
  };
  return { send, secrets: () => [], interrupt: () => {}, close: async () => {} };
}
