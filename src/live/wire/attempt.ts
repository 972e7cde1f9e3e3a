import type { Dispatcher } from 'undici';

import type { HttpHeaders } from '../../model/live/exchange';
import { codeOf } from '../../model/thrown';
import { createCountdown } from './countdown';
import { describeError } from '../failures/describe-error';
import type { Circumstances, Failed, Phase } from '../failures/failed';
import { INTERRUPTED, timedOut, tooLarge } from '../failures/given-up';
import type { LeasedRoute } from './transport';

/** A request as it is sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HttpHeaders;
}

/** The outcome of sending a request once: the raw response, or a failure. */
export type Attempt =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: HttpHeaders;
      readonly body: Buffer;
    }
  | { readonly kind: 'failed'; readonly failure: Failed; readonly phase: Phase };

/** What cuts an attempt short: the time limit per phase in milliseconds, the size limit of the body in bytes, a signal. */
export interface Bounds {
  readonly timeout: number;
  readonly bodySize: number;
  readonly signal: AbortSignal;
}

/** Sends a request once; rejects only if the request itself is invalid. */
export function attempt(request: WireRequest, route: LeasedRoute, bounds: Bounds): Promise<Attempt> {
  if (bounds.signal.aborted) {
    return Promise.resolve({ kind: 'failed', failure: INTERRUPTED, phase: 'connect' });
  }
  return new Promise((resolve, reject) => {
    let phase: Phase = 'connect';
    let controller: Dispatcher.DispatchController | undefined;
    let status = 0;
    let headers: HttpHeaders = [];
    let received = 0;
    const interim: number[] = [];
    let isSettled = false;
    const chunks: Buffer[] = [];

    const circumstances = (): Circumstances => ({
      url: request.url,
      phase,
      status,
      received,
      announced: headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1],
      proxy: route.proxy,
      interim,
      certificate: route.certificate,
    });
    const settle = (outcome: Attempt): void => {
      if (isSettled) return;
      isSettled = true;
      countdown.stop();
      bounds.signal.removeEventListener('abort', interrupt);
      resolve(outcome);
    };
    const giveUp = (failure: Failed): void => {
      settle({ kind: 'failed', failure, phase });
      controller?.abort(new Error(failure.kind));
    };
    const interrupt = (): void => giveUp(INTERRUPTED);
    const countdown = createCountdown(bounds.timeout, () =>
      giveUp(timedOut(circumstances(), bounds.timeout)),
    );
    const enter = (next: Phase): void => {
      phase = next;
      if (!isSettled) countdown.start();
    };
    countdown.start();
    bounds.signal.addEventListener('abort', interrupt);

    route.pool.dispatch(
      { path: route.path, method: request.method, headers: wireHeaders(request, route) },
      {
        onRequestStart: (started) => {
          controller = started;
          enter('headers');
          // The attempt may have ended while the connection was still being opened.
          if (isSettled) controller.abort(new Error('given up'));
        },
        onResponseStart: ({ rawHeaders }, code) => {
          if (code < 200) {
            interim.push(code);
            return;
          }
          status = code;
          headers = pairsOf(rawHeaders);
          enter('body');
        },
        onResponseData: (_, chunk) => {
          received += chunk.length;
          if (received > bounds.bodySize) giveUp(tooLarge(bounds.bodySize));
          else chunks.push(chunk);
        },
        onResponseEnd: () => {
          countdown.stop();
          const outcome: Attempt = { kind: 'answered', status, headers, body: Buffer.concat(chunks) };
          // undici frees the connection in the next turn of the event loop; a request before that would open a new one.
          queueMicrotask(() => setImmediate(() => settle(outcome)));
        },
        onResponseError: (_, error) => {
          if (isMistake(error)) reject(error);
          settle({ kind: 'failed', failure: describeError(error, circumstances()), phase });
        },
      },
    );
  });
}

/** Whether an error is a bug or an invalid request, not a failure of the network. */
function isMistake(error: Error): boolean {
  return (
    codeOf(error) === 'UND_ERR_INVALID_ARG' ||
    ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'].includes(error.name)
  );
}

/** The headers as the flat array that `undici` takes. Headers of the user win over those for the proxy. */
function wireHeaders({ headers }: WireRequest, route: LeasedRoute): string[] {
  if (route.headers.length === 0) return headers.flat();
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...route.headers.filter(([name]) => !names.has(name.toLowerCase())), ...headers].flat();
}

/** Pairs up undici's flat array of names and values; their bytes are Latin-1 in HTTP. */
function pairsOf(raw: Dispatcher.DispatchController['rawHeaders']): HttpHeaders {
  const texts = Array.isArray(raw) ? raw.map((part) => part.toString('latin1')) : [];
  return texts.flatMap((name, at) => (at % 2 === 0 ? [[name, texts[at + 1] ?? ''] as const] : []));
}
