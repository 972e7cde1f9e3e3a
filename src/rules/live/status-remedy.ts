import { headerValues, type Exchange, type HttpHeaders } from '../../model/exchange';
import type { LiveExchange } from '../../model/live';
import { quote } from '../../wording/quote';
import { quoteLong } from '../../wording/quote';

/** An exchange that was answered, be it with the wrong status. */
type Answered = Extract<Exchange, { readonly kind: 'answered' }>;

/** What to do about a status that was not expected; undefined where nothing can be told. */
export function statusRemedy(
  { request, answer }: Answered,
  { claims, token }: Pick<LiveExchange, 'claims' | 'token'>,
): string | undefined {
  // Without a manifest there is none to mend.
  const named = claims.length > 0;
  const { status, headers } = answer;
  const location = headerOf(headers, 'Location');
  if (status >= 301 && status <= 308 && location !== undefined) return redirectRemedy(request.url, location);
  switch (status) {
    case 300:
      return `no single version lives here: ask for the path of one${named ? ', or expect `status: 300`' : ''}`;
    case 401:
    case 403:
      if (hasCredential(request.headers))
        return 'the token that was sent does not do: is it expired, or of another cloud?';
      return named
        ? tokenRemedy(token)
        : 'versions are asked for without a token: begin at the root of the service';
    case 404:
      return 'is the base URL right? A path prefix such as `/compute` is a part of it';
    case 406:
      return microversionRemedy(request.headers);
    case 429:
      return waitRemedy(headers) ?? 'wait, or lower `--concurrency`';
    case 502:
    case 504:
      return 'what is in front of the service does not reach it: does the service run?';
    case 503:
      return waitRemedy(headers) ?? 'the service is down or not ready yet: wait, or raise `--retries`';
  }
  if (status >= 500) return 'the service failed: its log says why';
  return status < 300 && named ? `if that is right, expect \`status: ${status}\`` : undefined;
}

/** Followed within one scheme, host and port only, so that no credential goes to another; user information is not shown. */
function redirectRemedy(from: string, location: string): string {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (to === undefined) return `its Location ${quote(location)} is not a URL`;
  const [here, there] = [new URL(from).origin, to.origin];
  const shown = quoteLong(to.origin + to.pathname + to.search);
  if (here === there) return `ask for ${shown} itself, or follow redirects with \`--follow\``;
  return `it leads to ${shown}, and another host is never followed: if that is the service, make it the base URL`;
}

function hasCredential(headers: HttpHeaders): boolean {
  return headers.some(([name]) => /^(?:x-(?:auth|subject|service)-token|authorization|cookie)$/i.test(name));
}

/** A token is sent where the manifest asks for one and the command line gives one. */
function tokenRemedy(asked: boolean): string {
  const manifest = asked ? '' : '`token: true` beside the request in the manifest, and ';
  return `send a token: ${manifest}\`--header 'X-Auth-Token: $OS_TOKEN'\``;
}

function microversionRemedy(headers: HttpHeaders): string | undefined {
  const asked = headerOf(headers, 'OpenStack-API-Version');
  return asked === undefined ? undefined : `does the service offer ${quote(asked)}?`;
}

function waitRemedy(headers: HttpHeaders): string | undefined {
  const wait = headerOf(headers, 'Retry-After');
  if (wait === undefined) return undefined;
  return /^\d+$/.test(wait)
    ? `the service asks to wait ${wait} ${wait === '1' ? 'second' : 'seconds'}`
    : `the service asks to wait until ${quote(wait)}`;
}

/** Unlike a list of values, a date or a URL may have a comma in it. */
function headerOf(headers: HttpHeaders, name: string): string | undefined {
  return headerValues(headers, name).length === 0
    ? undefined
    : headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1].trim();
}
