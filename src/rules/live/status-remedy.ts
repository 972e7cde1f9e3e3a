import { headerValues, type Exchange, type HttpHeaders } from '../../model/live/exchange';
import type { LiveExchange } from '../../model/live/live';
import { quote, quoteLong } from '../../wording/quote';

/** An exchange with an answer, even one with the wrong status. */
type Answered = Extract<Exchange, { readonly kind: 'answered' }>;

/** What to do about an unexpected status. Undefined if there is no advice. */
export function statusRemedy(
  { request, answer }: Answered,
  {
    claims,
    token,
    tried = [],
    othersServed,
  }: Pick<LiveExchange, 'claims' | 'token' | 'tried' | 'othersServed'>,
): string | undefined {
  // Without a manifest, advice about the manifest does not apply.
  const named = claims.length > 0;
  const { status, headers } = answer;
  const location = headerOf(headers, 'Location');
  if (status >= 301 && status <= 308 && location !== undefined) return redirectRemedy(request.url, location);
  if (status === 400) return tlsRemedy(answer.body.source.text);
  switch (status) {
    case 300:
      return `this URL offers several versions, so request the URL of one${named ? ', or set `status: 300`' : ''}`;
    case 401:
    case 403:
      if (hasCredential(request.headers))
        return 'the token was rejected, and may have expired or be for another cloud';
      if (named) return tokenRemedy(token);
      return tried.length > 0
        ? `versions must be readable without a token; if not, pass \`--header 'X-Auth-Token: $OS_TOKEN'\``
        : 'versions are requested without a token, so start at the root of the service';
    case 404:
      return notFoundRemedy(named || tried.length === 0, othersServed);
    case 406:
      return microversionRemedy(request.headers);
    case 407:
      return 'the proxy wants a password: add `user:password@` to the URL in `HTTP_PROXY`';
    case 429:
      return waitRemedy(headers) ?? 'wait, or lower `--concurrency`';
    case 502:
    case 504:
      return 'the proxy in front of the service cannot reach it, so check that the service is running';
    case 503:
      return waitRemedy(headers) ?? 'the service is down or not ready yet: wait, or raise `--retries`';
  }
  if (status > 599) return 'status codes are from 100 to 599: fix it in the service';
  if (status >= 500) return 'check the log of the service';
  return status < 300 && named ? `if this is correct, set \`status: ${status}\`` : undefined;
}

/** How nginx, Apache and Go refuse a request without TLS, and nginx one without a client certificate. */
const PLAIN_HTTP =
  /plain HTTP (?:request was sent )?to (?:an )?(?:HTTPS|SSL)|HTTP request to an HTTPS server/i;
const NO_CERTIFICATE = /No required SSL certificate was sent/i;
const BAD_CERTIFICATE = /The SSL certificate error/i;
const START_OF_PAGE = 2000;

/** What a page says that a web server with TLS answers on its own. */
function tlsRemedy(page: string): string | undefined {
  const start = page.slice(0, START_OF_PAGE);
  if (PLAIN_HTTP.test(start)) return 'this port expects TLS: start the URL with `https://`';
  if (NO_CERTIFICATE.test(start))
    return 'it requires a client certificate: pass one with `--cert FILE --key FILE`';
  return BAD_CERTIFICATE.test(start)
    ? 'it rejected the client certificate: pass one that it accepts with `--cert FILE --key FILE`'
    : undefined;
}

/** Redirects are followed only within one scheme, host and port, so that no credential is sent to another. User information is not shown. */
function redirectRemedy(from: string, location: string): string {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (to === undefined) return `its Location ${quote(location)} is not a URL`;
  const asked = new URL(from);
  const shown = quoteLong(to.origin + to.pathname + to.search);
  if (to.origin !== asked.origin)
    return `redirects to another host, such as ${shown}, are not followed; if that is the service, use it as the base URL`;
  if (to.pathname === asked.pathname && to.search === asked.search)
    return 'it redirects to the URL that was requested, as logins do that set a cookie: is this the service, or a proxy in front of it?';
  return `request ${shown} directly, or follow redirects with \`--follow\``;
}

function hasCredential(headers: HttpHeaders): boolean {
  return headers.some(([name]) => /^(?:x-(?:auth|subject|service)-token|authorization|cookie)$/i.test(name));
}

/** If the service served other requests, its base URL is right. */
function notFoundRemedy(mayLackPrefix: boolean, othersServed: boolean | undefined): string {
  if (othersServed === true) {
    return 'the service served other requests, so check the path of this one, and whether the resource exists';
  }
  return mayLackPrefix
    ? 'check the base URL, which must include a path prefix such as `/compute`'
    : 'check the host, the port and the path prefix, such as `/compute`';
}

/** A token is sent if the manifest asks for one and the command line has one. */
function tokenRemedy(asked: boolean): string {
  const manifest = asked ? '' : 'set `token: true` for the request in the manifest, and ';
  return `send a token: ${manifest}pass \`--header 'X-Auth-Token: $OS_TOKEN'\``;
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

/** The whole first value: unlike in a list of values, a comma may be part of a date or URL. */
function headerOf(headers: HttpHeaders, name: string): string | undefined {
  return headerValues(headers, name).length === 0
    ? undefined
    : headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1].trim();
}
