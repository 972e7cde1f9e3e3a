import { messageOf } from '../../model/thrown';
import { permanent, portQuestion, type Circumstances, type Failed } from './failed';

/** Explains a response that breaks the rules of HTTP before its body; undefined for other errors. */
export function describeFraming(error: unknown, { url, interim }: Circumstances): Failed | undefined {
  const message = messageOf(error);
  const invalid = interim.find((status) => status < 100);
  if (invalid !== undefined) {
    return invalidHttp(
      `the status code ${String(invalid).padStart(3, '0')}, which does not exist: use one from 200 to 599`,
    );
  }
  // undici destroys the connection at a 100, and has no option to read on. A late response to no request never gets here.
  if (message === 'bad response') {
    return permanent(
      'unread-continue',
      'sent a `100 Continue` that the request did not ask for. HTTP allows that (RFC 9110 §15.2), but the HTTP client of Samplegate cannot read on, so the response was not checked: is there a port or a proxy that does not send it?',
    );
  }
  if (message === 'bad upgrade' || interim.includes(101)) {
    return permanent(
      'not-http',
      `switched to another protocol, which the request did not ask for (101): ${portQuestion(url)}`,
    );
  }
  const mistake = parserMistake(message);
  if (mistake === undefined) return undefined;
  if (mistake.startsWith('Expected HTTP/')) return otherProtocol(mistake, textAt(error), url);
  return invalidHttp(
    FAULTS[mistake]?.(nameOf(textAt(error))) ?? `a response that breaks its rules (${mistake})`,
  );
}

/** What undici's parser complains about: `Invalid header token`. */
export function parserMistake(message: string): string | undefined {
  return /does not match the HTTP\/1\.1 protocol \((.*)\)/.exec(message)?.[1];
}

/** A response that is HTTP, but breaks its rules. */
export function invalidHttp(fault: string): Failed {
  return permanent('invalid-http', `sent invalid HTTP: ${fault}`);
}

/** The first bytes of TLS alerts, and of the settings that open HTTP/2. */
const TLS_ALERT = '\u0015\u0003';
const HTTP2_FRAME = '\0\0';
const HTTP2_SETTINGS = '\u0004';

function otherProtocol(mistake: string, text: string, url: URL): Failed {
  if (text.startsWith(TLS_ALERT))
    return permanent('not-http', 'expects TLS on this port: did you mean `https://`?');
  if (text.startsWith(HTTP2_FRAME) && text[3] === HTTP2_SETTINGS) {
    return permanent(
      'not-http',
      'speaks only HTTP/2 on this port: is there another port that speaks HTTP/1.1?',
    );
  }
  return permanent('not-http', `sent a response that is not HTTP (${mistake}): ${portQuestion(url)}`);
}

const REMOVE = 'remove it, or replace it by a percent-encoded one';
const STATUS_LINE = () => 'a status line without a status code of three digits: send `HTTP/1.1 200 OK`';
const NO_VERSION = () => 'a version of HTTP that does not exist: send `HTTP/1.1`';
const NO_NUMBER = () => 'a `Content-Length` that is not a number: send the length in bytes';
const LINE_END = () => 'a line of the header section that does not end with CR LF: send both';

/** The mistakes of undici's parser, in words. They get the name of the character at which the parser stopped. */
const FAULTS: Readonly<Record<string, (character: string) => string>> = {
  'Invalid header value char': (character) => `a header value with ${character}: ${REMOVE}`,
  'Invalid header token': (character) =>
    character === 'the control character U+000D'
      ? 'a header line without a colon: send `Name: value`'
      : `a header name with ${character}: use only letters, digits and hyphens`,
  'Invalid status code': STATUS_LINE,
  'Invalid response status': STATUS_LINE,
  'Expected space after version': STATUS_LINE,
  'Missing expected LF after header value': () =>
    `a header value with the control character U+000D: ${REMOVE}`,
  'Missing expected CR after response line': LINE_END,
  'Missing expected CR after header value': LINE_END,
  'Unexpected whitespace after header value': () =>
    'a header value that continues on a second line: write it on one line',
  'Invalid HTTP version': NO_VERSION,
  'Expected dot': NO_VERSION,
  'Invalid character in Content-Length': NO_NUMBER,
  'Empty Content-Length': NO_NUMBER,
  "Content-Length can't be present with Transfer-Encoding": () =>
    'two lengths of the body: send one `Content-Length`, or `Transfer-Encoding` alone',
};

/** The text from the byte on at which the parser stopped. */
function textAt(error: unknown): string {
  const data: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'data') : undefined;
  return typeof data === 'string' ? data : '';
}

function nameOf([character = '']: string): string {
  if (character === ' ') return 'a space';
  const isControl = /^\p{Cc}$/u.test(character);
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  if (isControl) return `the control character U+${code}`;
  return character === '' ? 'a character that is not allowed' : `the character \`${character}\``;
}
