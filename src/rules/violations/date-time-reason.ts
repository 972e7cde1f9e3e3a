import { isDate, isTime } from '../../schema/formats/date-time';
import { isDuration } from '../../schema/formats/duration';

const LOOSE_DURATION =
  /^-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Why a text is not a date, or how to write it. */
export function dateReason(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'the day does not exist' : 'write it like 2011-01-21';
}

/** Why a text is not a time, or how to write it. */
export function timeReason(text: string): string {
  const [, time, zone] = /^(\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:\d\d)?$/i.exec(text) ?? [];
  return time === undefined ? 'write it like 11:33:21Z' : clockReason(time, zone);
}

/** Checks the day and the time before the form: a manifest may allow other forms, but never a day that does not exist. */
export function dateTimeReason(text: string): string {
  const [, date = '', separator = '', time = '', zone] =
    /^(\d{4}-\d\d-\d\d)(?:([t ])(\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:\d\d)?)?$/i.exec(text) ?? [];
  if (date === '') return 'write it like 2011-01-21T11:33:21Z';
  if (!isDate(date)) return 'the day does not exist';
  if (time === '') return 'add the time';
  if (separator === ' ' && isTime(`${time}Z`)) return 'put a T between day and time';
  return clockReason(time, zone);
}

function clockReason(time: string, zone: string | undefined): string {
  if (zone === undefined && isTime(`${time}Z`)) return 'add a time zone, such as Z for UTC';
  return zone === undefined || isTime(`00:00:00${zone}`) || !isTime(`${time}Z`)
    ? 'the time does not exist'
    : 'the time zone does not exist';
}

/** Why a text is not a duration, or how to write it. */
export function durationReason(text: string): string {
  if (text.startsWith('-')) return 'remove the sign';
  if (/\d[.,]\d/.test(text)) return 'use whole numbers and a smaller unit';
  const [, years, months, weeks, days, hours, minutes, seconds] = LOOSE_DURATION.exec(text) ?? [];
  const date = withoutGaps([years, months, days], 'YMD');
  const time = withoutGaps([hours, minutes, seconds], 'HMS');
  if (weeks !== undefined && date + time !== '') return 'write the weeks as days';
  const complete = `P${date}${time === '' ? '' : `T${time}`}`;
  return isDuration(complete) && complete !== text ? `write it as ${complete}` : 'write it like P3DT12H30M';
}

/** The amounts with their units; a unit that was skipped between two others is zero. */
function withoutGaps(amounts: readonly (string | undefined)[], units: string): string {
  const first = amounts.findIndex((amount) => amount !== undefined);
  const last = amounts.findLastIndex((amount) => amount !== undefined);
  return amounts
    .map((amount, index) => (index < first || index > last ? '' : `${amount ?? '0'}${units[index]}`))
    .join('');
}
