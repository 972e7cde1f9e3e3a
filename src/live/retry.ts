import type { Attempt } from './wire/attempt';
import type { Clock } from './wire/clock';

/** How often a request is retried, and how long to wait in between. */
export interface RetrySettings {
  readonly retries: number;
  /** The longest wait, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** The origins that refused the connection of a request after all of its retries: further requests there are not retried. */
  readonly refusing: Set<string>;
}

/** The first wait, in milliseconds. Each later wait is twice as long. */
const FIRST_WAIT = 200;

/** Sends a request until it succeeds, fails permanently or has no retries left; returns the last outcome. */
export async function retry(
  { origin }: URL,
  send: () => Promise<Attempt>,
  { retries, timeout, signal, clock, refusing }: RetrySettings,
): Promise<Attempt> {
  for (let tried = 0; ; tried += 1) {
    const outcome = await send();
    if (signal.aborted) return outcome;
    if (!isRefused(outcome)) refusing.delete(origin);
    else if (tried >= retries) refusing.add(origin);
    if (tried >= retries || !mayRetry(outcome) || refusing.has(origin)) return outcome;
    const wait = askedWait(outcome, clock.now()) ?? FIRST_WAIT * 2 ** tried;
    await clock.sleep(Math.min(wait, timeout), signal);
  }
}

function isRefused(outcome: Attempt): boolean {
  return outcome.kind === 'failed' && outcome.failure.kind === 'refused';
}

function mayRetry(outcome: Attempt): boolean {
  return outcome.kind === 'failed' ? outcome.failure.temporary : [502, 503, 504].includes(outcome.status);
}

/** The wait that `Retry-After` asks for, in milliseconds. The header has seconds or a date (RFC 9110 §10.2.3). */
function askedWait(outcome: Attempt, now: number): number | undefined {
  if (outcome.kind === 'failed') return undefined;
  const text = outcome.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
