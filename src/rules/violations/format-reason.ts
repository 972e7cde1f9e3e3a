import { domainToASCII } from 'node:url';

import { isEmail, isIdnEmail } from '../../schema/formats/email';
import { isOfStandardFormat } from '../../schema/formats/formats';
import { isHostname, isIdnHostname } from '../../schema/formats/hostname';
import { readPattern } from '../../schema/patterns/pattern-reading';
import { quote } from '../../wording/quote';

const NOT_ASCII = /[^\p{ASCII}]/u;

/** Why a text is not of a standard format, or how to write it. Undefined for other formats. */
export function formatReason(format: string, text: string): string | undefined {
  switch (format) {
    case 'email':
    case 'idn-email':
      return emailReason(format, text);
    case 'hostname':
    case 'idn-hostname':
      return hostnameReason(format, text);
    case 'ipv4':
      return ipv4Reason(text);
    case 'ipv6':
      return ipv6Reason(text);
    case 'cidr':
      return text.includes('/') ? 'write it like 192.0.2.0/24' : 'add a prefix length, such as /24';
    case 'uri':
    case 'iri':
      return /^[a-z][a-z\d+.-]*:/i.test(text)
        ? (encodingReason(format, text) ?? authorityReason(text) ?? 'write it like https://example.com/path')
        : text.startsWith('/')
          ? `write the whole URL, or use the format ${format}-reference`
          : 'add a scheme, such as https://';
    case 'uri-reference':
    case 'iri-reference':
      return encodingReason(format, text) ?? authorityReason(text) ?? segmentReason(text);
    case 'uri-template':
      return templateReason(text);
    case 'uuid':
      return uuidReason(text);
    case 'json-pointer':
      return pointerReason(text);
    case 'relative-json-pointer':
      return 'write it like 1/name';
    case 'regex':
      return regexReason(text);
    case 'base64':
    case 'byte':
      return base64Reason(text);
    case 'base64url':
      return base64UrlReason(text);
    case 'date-time-local':
    case 'time-local':
      return isOfStandardFormat(format, text.replace(/(?:z|[+-]\d\d:\d\d)$/i, ''))
        ? 'remove the time zone'
        : exampleOf(format);
    default:
      return exampleOf(format);
  }
}

/** Examples of formats whose texts are mostly wrong as a whole. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['int64', '42'],
  ['uint64', '42'],
  ['decimal', '12.50'],
  ['decimal128', '12.50'],
  ['date-time-local', '2011-01-21T11:33:21'],
  ['time-local', '11:33:21'],
  ['http-date', 'Fri, 21 Jan 2011 11:33:21 GMT'],
  ['media-range', 'text/html or image/*'],
  ['sf-boolean', '?1 or ?0'],
  ['sf-binary', ':aGVsbG8=:'],
  ['sf-string', '"text", with the quotes'],
  ['sf-token', 'text/html'],
]);

function exampleOf(format: string): string | undefined {
  const example = EXAMPLES.get(format);
  if (format === 'char') return 'write one character';
  return example === undefined ? undefined : `write it like ${example}`;
}

function emailReason(format: string, text: string): string {
  const like = 'write it like user@example.com';
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at === -1) return like;
  const [, inner = ''] = /^[^<]*<(.+)>[^>]*$/.exec(text) ?? /^mailto:(.+)$/i.exec(text) ?? [];
  if (isIdnEmail(inner)) return `write only the address, ${quote(inner)}`;
  if (local === '') return 'add a name before the @';
  if (domain === '') return 'add a domain after the @';
  if (format === 'email' && isIdnEmail(text))
    return 'characters that are not ASCII need the format idn-email';
  if (Buffer.byteLength(local) > 64) return 'the part before the @ must have at most 64 bytes';
  const [separator] = /[。．｡]/.exec(domain) ?? [];
  if (separator !== undefined) return `write "." instead of ${quote(separator)}`;
  // The example address shows which of the two parts is wrong.
  if (!(format === 'email' ? isEmail : isIdnEmail)(`user@${domain}`)) {
    const reason = domain.startsWith('[')
      ? 'write an address like [192.0.2.1]'
      : hostnameReason(format, domain);
    return `the domain ${quote(domain)} is wrong: ${reason}`;
  }
  if (/^\.|\.\.|\.$/.test(local)) return `remove the extra dot from ${quote(local)}`;
  if (/\s/.test(local)) return `remove the space from ${quote(local)}`;
  return like;
}

function hostnameReason(format: string, text: string): string {
  const isAscii = !format.startsWith('idn-');
  const labels = text.split('.');
  if (text === '') return 'write it like www.example.com';
  if (/^\[?[\da-f]*:[\da-f:.]+\]?$/i.test(text)) return 'an IPv6 address is not a host name';
  if (/[:/]/.test(text)) return 'write only the name, without scheme, port and path';
  if (/[.。．｡]$/.test(text)) return 'remove the dot at the end';
  if (labels.includes('')) return 'remove the extra dot';
  if (isAscii && NOT_ASCII.test(text)) {
    const ascii = isIdnHostname(text) ? domainToASCII(text) : '';
    return isHostname(ascii) ? `write it as ${quote(ascii)}` : 'use letters, digits and hyphens of ASCII';
  }
  const [wrong] = /[^a-z\d.-]/i.exec(text.replaceAll(new RegExp(NOT_ASCII, 'gu'), '')) ?? [];
  if (wrong !== undefined) return `use letters, digits and hyphens instead of ${quote(wrong)}`;
  if (labels.some((label) => /^-|-$/.test(label))) return 'a label cannot begin or end with a hyphen';
  if (labels.some((label) => label.length > 63)) return 'a label must have at most 63 characters';
  if (text.length > 253) return 'a host name must have at most 253 characters';
  const label = labels.find((one) => !isIdnHostname(one));
  return label === undefined
    ? 'the labels cannot be combined: left-to-right and right-to-left'
    : `IDNA 2008 does not allow the label ${quote(label)}`;
}

function ipv4Reason(text: string): string {
  if (/^\d+(?:\.\d+){3}\/\d+$/.test(text)) return 'remove the prefix length, or use the format cidr';
  if (!/^\d+(?:\.\d+){3}$/.test(text)) return 'write it like 192.0.2.1';
  return /(?:^|\.)0\d/.test(text) ? 'remove the leading zeros' : 'each number must be at most 255';
}

function ipv6Reason(text: string): string {
  if (/^\[.*\]$/.test(text)) return 'remove the brackets';
  if (text.includes('%')) return 'remove the zone after the %';
  return text.includes('/')
    ? 'remove the prefix length, or use the format cidr'
    : 'write it like 2001:db8::1';
}

/** The first character that must be encoded. */
function encodingReason(format: string, text: string): string | undefined {
  const isAscii = format.startsWith('uri');
  const [wrong] = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/u.exec(isAscii ? text : asciiOf(text)) ?? [];
  if (wrong === '\\') return `write "/" instead of ${quote('\\')}`;
  if (wrong !== undefined) return `write ${percentEncoded(wrong)} instead of ${quote(wrong)}`;
  return /%(?![\da-f]{2})/i.test(text) ? 'write %25 instead of "%"' : undefined;
}

function authorityReason(text: string): string | undefined {
  const [, authority = ''] = /^(?:[a-z][^:/?#]*:)?\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(text) ?? [];
  if (/^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(authority)) return 'put the IPv6 address in brackets';
  return /:(?!\d*$)[^:[\]]*$/.test(authority) ? 'the port must be a number' : undefined;
}

function segmentReason(text: string): string {
  return /^[^/?#]*:/.test(text)
    ? 'put "./" before the segment with a colon'
    : 'write it like /path or https://example.com/path';
}

function asciiOf(text: string): string {
  return text.replaceAll(new RegExp(NOT_ASCII, 'gu'), '');
}

function percentEncoded(character: string): string {
  return Array.from(
    Buffer.from(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

function templateReason(text: string): string {
  const outside = text.replaceAll(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(outside)) return 'each "{" needs a "}"';
  return encodingReason('iri-reference', outside) ?? 'write variables like {id} or {?page,limit}';
}

function uuidReason(text: string): string {
  const [, a, b, c, d, e] =
    /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i.exec(
      text.replaceAll(/^urn:uuid:|[{}-]/gi, ''),
    ) ?? [];
  return `write it ${a === undefined ? 'like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b' : `as ${[a, b, c, d, e].join('-')}`}`;
}

function pointerReason(text: string): string {
  if (text.startsWith('#')) return 'remove the "#"';
  return text.startsWith('/') ? 'write ~0 instead of "~"' : 'begin it with "/"';
}

function base64Reason(text: string): string {
  if (/\s/.test(text)) return 'remove the whitespace';
  if (/^[\w-]+=*$/.test(text) && /[-_]/.test(text)) return 'write "+" instead of "-", and "/" instead of "_"';
  return /^[a-z\d+/]+=*$/i.test(text) ? 'pad it with "=" to a multiple of 4' : 'write it like aGVsbG8=';
}

function base64UrlReason(text: string): string {
  if (/[+/]/.test(text)) return 'write "-" instead of "+", and "_" instead of "/"';
  return /\s/.test(text) ? 'remove the whitespace' : 'write it like aGVsbG8';
}

function regexReason(text: string): string | undefined {
  const reading = readPattern(text, true);
  switch (reading.kind) {
    case 'regular':
      return undefined;
    case 'lenient':
      return `write ${quote(reading.plain)}`;
    case 'malformed':
      return reading.mistake.ecma === undefined
        ? reading.mistake.reason
        : `write ${quote(reading.mistake.ecma)}`;
  }
}
