const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const LAX = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(?:z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A full-date of RFC 3339 with a day that exists. */
export function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).map(Number);
  const isLeapDay = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && (day <= (DAYS[month - 1] ?? 0) || isLeapDay);
}

/** A full-time of RFC 3339. Second 60 is allowed only where it may be a leap second, at 23:59 UTC. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = [1, 2, 3, 5, 6].map((group) =>
    Number(match[group] ?? 0),
  );
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  const sign = match[4] === '-' ? -1 : 1;
  const minuteOfDay = hour * 60 + minute - sign * (offsetHour * 60 + offsetMinute);
  return second < 60 || (second === 60 && (minuteOfDay + 1440) % 1440 === 1439);
}

/** A date-time of RFC 3339: with `T` between date and time, a time zone, and a day that exists. */
export function isDateTime(text: string): boolean {
  return /^t$/i.test(text[10] ?? '') && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/;

/** A partial-time of RFC 3339, which has no time zone: so any minute may have a leap second. */
export function isClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

/** A day and a time without a time zone; a space may replace the `T` (TOML 1.0, "Local Date-Time"). */
export function isLocalDateTime(text: string): boolean {
  return /^[t ]$/i.test(text[10] ?? '') && isDate(text.slice(0, 10)) && isClockTime(text.slice(11));
}

/** ISO 8601 as lax services write it: seconds and time zone may be omitted, and a space may replace the `T`. */
export function isLaxDateTime(text: string): boolean {
  const [, date = '', hour = '0', minute = '0', second = '0'] = LAX.exec(text) ?? [];
  return isDate(date) && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
}
