import { isClockTime, isDate } from './date-time';

const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const QUOTED = '"(?:[\\t !#-\\[\\]-~\\u0080-\\u00FF]|\\\\[\\t -~\\u0080-\\u00FF])*"';
const MEDIA_RANGE = new RegExp(
  `^(?:\\*/\\*|${TOKEN}/${TOKEN})(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${TOKEN}|${QUOTED}))*$`,
);

/** A media type, or a range of them such as `text/*`, with its parameters (RFC 9110, 12.5.1). */
export function isMediaRange(text: string): boolean {
  // The star is a character of names, but a range of types has no name of a subtype.
  return MEDIA_RANGE.test(text) && !/^\*\/(?!\*(?:[ \t;]|$))/.test(text);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';
const MONTH = MONTHS.replaceAll(' ', '|');
const TIME = '\\d\\d:\\d\\d:\\d\\d';
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** The form that services write, and the two older ones that they must read (RFC 9110, 5.6.7). */
const HTTP_DATES: readonly RegExp[] = [
  `${DAY}, (?<day>\\d\\d) (?<month>${MONTH}) (?<year>\\d{4}) (?<time>${TIME}) GMT`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-(?<month>${MONTH})-(?<year>\\d\\d) (?<time>${TIME}) GMT`,
  `${DAY} (?<month>${MONTH}) (?<day>[ \\d]\\d) (?<time>${TIME}) (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/** A date of HTTP with a day and a time that exist. The name of the day is not compared with the date, as no reader does so. */
export function isHttpDate(text: string): boolean {
  return HTTP_DATES.some((form) => {
    const { day = '', month = '', year = '', time = '' } = form.exec(text)?.groups ?? {};
    const number = String(MONTHS.split(' ').indexOf(month) + 1).padStart(2, '0');
    return isDate(`${year.padStart(4, '20')}-${number}-${day.replace(' ', '0')}`) && isClockTime(time);
  });
}

/** The items of structured fields that are text in JSON, too (RFC 8941, 3.3). */
export const STRUCTURED_FIELDS: ReadonlyMap<string, RegExp> = new Map([
  ['sf-boolean', /^\?[01]$/],
  ['sf-binary', /^:[A-Za-z\d+/=]*:$/],
  ['sf-string', /^"(?:[ !#-[\]-~]|\\["\\])*"$/],
  ['sf-token', /^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/],
]);
