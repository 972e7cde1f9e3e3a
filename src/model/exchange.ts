import type { Document } from './document';

/** HTTP headers in the order they were sent; a name may stand there twice. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

/** A request as it was sent, with every secret left out or spelt as its user spelt it (`$OS_TOKEN`). */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, without user information; what findings name as their file. */
  readonly url: string;
  readonly headers: HttpHeaders;
}

/** What a server answered. Secrets that it repeats are blanked, so that no report can show them. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The body as a document of kind `response`; its `value` is undefined where the body is not JSON, as after HEAD. */
  readonly body: Document;
}

/** Why there is no answer, or no whole one. */
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
  | 'bad-encoding'
  | 'redirect-loop'
  | 'interrupted';

export interface ExchangeFailure {
  readonly kind: ExchangeFailureKind;
  /** What happened and the way out, in words that follow the URL; first word lower case, no full stop. */
  readonly reason: string;
}

/** A request with what came of it. */
export type Exchange =
  | { readonly kind: 'answered'; readonly request: HttpRequest; readonly answer: HttpAnswer }
  | { readonly kind: 'failed'; readonly request: HttpRequest; readonly failure: ExchangeFailure };

/** Whether a request with this method changes nothing at the service. Source: RFC 9110 §9.2.1. */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Every value of a header, in order; several lines and comma-separated lists alike, each value trimmed. */
export function headerValues(headers: HttpHeaders, name: string): readonly string[] {
  return headers
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The request as a line for a shell. */
export function curlOf({ method, url, headers }: HttpRequest): string {
  const parts = [
    'curl -i',
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${method}`]),
    // Whoever repeats a request need not pretend to be this program.
    ...headers
      .filter(([name]) => name.toLowerCase() !== 'user-agent')
      .map(([name, value]) => `-H ${quoteWithVariables(value === '' ? `${name};` : `${name}: ${value}`)}`),
    shellQuote(url),
  ];
  return parts.join(' ');
}

const VARIABLE = String.raw`\$(?:\{\w+\}|[A-Za-z_]\w*)`;

/** In double quotes where a variable of the shell is to be filled in, which single quotes would prevent; nothing else of it is the shell's. */
function quoteWithVariables(text: string): string {
  if (!new RegExp(VARIABLE).test(text)) return shellQuote(text);
  const others = new RegExp(String.raw`["\\\`]|(?!${VARIABLE})\$`, 'g');
  return `"${text.replaceAll(others, String.raw`\$&`)}"`;
}

/** A URL may be a service's own words, which a shell must not run. */
function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
