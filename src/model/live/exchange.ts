import type { Document } from '../documents/document';

/** HTTP headers in the order they were sent; a name may appear more than once. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

/** A request as it was sent. The values of secret headers are blanked, or shown as the user wrote them (`$OS_TOKEN`). */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, without user information; its query may contain secrets. Findings use it as their file name. */
  readonly url: string;
  readonly headers: HttpHeaders;
}

/** The answer of a server, as it was received. It may repeat secrets: rules judge the true text, and blanks are the engine's last stage. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The body as a document of kind `response`; its `value` is undefined where the body is not JSON, for example after HEAD. */
  readonly body: Document;
}

/** Why there is no answer, or only an incomplete one. */
export type ExchangeFailureKind =
  | 'refused'
  | 'name-not-found'
  | 'unreachable'
  | 'tls'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'body-timeout'
  | 'reset'
  | 'incomplete-body'
  | 'body-too-large'
  | 'headers-too-large'
  | 'not-http'
  | 'invalid-http'
  | 'unread-continue'
  | 'bad-encoding'
  | 'redirect-loop'
  | 'interrupted';

export interface ExchangeFailure {
  readonly kind: ExchangeFailureKind;
  /** What happened and what to do, to follow the URL in a message; first word lower case, no full stop. */
  readonly reason: string;
}

/** A request with its answer, or with the reason why there is none. */
export type Exchange =
  | { readonly kind: 'answered'; readonly request: HttpRequest; readonly answer: HttpAnswer }
  | { readonly kind: 'failed'; readonly request: HttpRequest; readonly failure: ExchangeFailure };

/** Whether a request with this method changes nothing at the service. Source: RFC 9110 §9.2.1. */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Whether an answer never has a body. Source: RFC 9110 §9.3.2, §15.3.5 and §15.4.5. */
export function hasNoBody(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304;
}

/** Whether an answer with this status and a `Location` leads elsewhere. Source: RFC 9110 §15.4. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Every value of a header, in order and trimmed, from repeated headers and from comma-separated lists. */
export function headerValues(headers: HttpHeaders, name: string): readonly string[] {
  return headers
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The request as a curl command for a shell. */
export function curlOf({ method, url, headers }: HttpRequest): string {
  const parts = [
    'curl -i',
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${method}`]),
    // A user who repeats the request need not send our User-Agent.
    ...headers
      .filter(([name]) => name.toLowerCase() !== 'user-agent')
      .map(([name, value]) => `-H ${quoteWithVariables(value === '' ? `${name};` : `${name}: ${value}`)}`),
    shellQuote(url),
  ];
  return parts.join(' ');
}

const VARIABLE = String.raw`\$(?:\{\w+\}|[A-Za-z_]\w*)`;

const ANY_VARIABLE = new RegExp(VARIABLE);

/** What has a meaning in double quotes and is no variable. */
const OTHERS = new RegExp(String.raw`["\\\`]|(?!${VARIABLE})\$`, 'g');

/** Quotes a text for a shell. Variables stay active, in double quotes; everything else in the text is literal. */
function quoteWithVariables(text: string): string {
  if (!ANY_VARIABLE.test(text)) return shellQuote(text);
  return `"${text.replaceAll(OTHERS, String.raw`\$&`)}"`;
}

/** Quotes a text as one literal word: a URL may come from a service, and the shell must not run any part of it. */
function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
