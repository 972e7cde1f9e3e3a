/** A string format that an inferred schema may have. */
export type KnownFormat = 'date-time' | 'date' | 'uuid' | 'uri' | 'ipv4' | 'ipv6' | 'email';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const URI =
  /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/;
const EMAIL = /^[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Longer strings are prose or blobs, and skipping them also limits the time that a pattern may take. */
const LONGEST = 2048;

/**
 * Each check is stricter than that of JSON Schema validators (no leap second, no time without a zone, no IPv6 address as
 * the host of a URL), so that validators accept every string that passes here.
 */
const FORMATS: readonly (readonly [KnownFormat, (text: string) => boolean])[] = [
  ['date-time', isDateTime],
  ['date', isDate],
  ['uuid', (text) => UUID.test(text)],
  ['uri', (text) => URI.test(text)],
  ['ipv4', (text) => !text.endsWith('.') && IPV4.test(text)],
  ['ipv6', isIpv6],
  ['email', (text) => EMAIL.test(text)],
];

/** The format that all strings have in common; undefined if they have none, or if there are no strings. */
export function knownFormat(texts: readonly string[]): KnownFormat | undefined {
  if (texts.length === 0 || texts.some((text) => text.length > LONGEST)) return undefined;
  return FORMATS.find(([, accepts]) => texts.every(accepts))?.[0];
}

function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // Day 0 of the next month is the last day of this one. `setUTCFullYear` because `Date` reads the years 0 to 99 as 1900 to 1999.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate();
}

function isDateTime(text: string): boolean {
  return text[10] === 'T' && isDate(text.slice(0, 10)) && TIME.test(text.slice(11));
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return (
    groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) &&
    (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length <= 7)
  );
}
