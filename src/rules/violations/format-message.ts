import { compareNumbers, isJsonInteger, isJsonNumber } from '../../model/exact-number';
import { isDate, isTime } from '../../schema/formats/date-time';
import { rangeOfFormat } from '../../schema/formats/number-formats';
import { quote } from '../../wording/quote';
import { formatName } from '../../wording/wanted';

/** A value does not have its format: the reason or the fix too, if they are known. */
export function formatMessage(format: unknown, value: unknown): string {
  const reason =
    typeof value === 'string' ? reasonFor(String(format), value) : rangeReason(String(format), value);
  return `expected ${formatName(format)}, got ${quote(value)}${reason === undefined ? '' : `: ${reason}`}`;
}

function reasonFor(format: string, text: string): string | undefined {
  switch (format) {
    case 'date-time':
      return dateTimeReason(text);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? 'the day does not exist' : 'write it like 2011-01-21';
    case 'time':
      return 'write it like 11:33:21Z';
    case 'uri':
      return /^[a-z][a-z\d+.-]*:/i.test(text) ? undefined : 'add a scheme, such as https://';
    default:
      return undefined;
  }
}

function rangeReason(format: string, value: unknown): string | undefined {
  const range = rangeOfFormat(format);
  if (range === undefined || !isJsonNumber(value) || !isJsonInteger(value)) return undefined;
  const [least, most] = range;
  return compareNumbers(value, least) < 0
    ? `the smallest is ${String(least)}`
    : `the largest is ${String(most)}`;
}

/** Checks the day and the time before the form: a manifest may allow other forms, but never a day that does not exist. */
function dateTimeReason(text: string): string {
  const [, date = '', separator = '', time = '', zone] =
    /^(\d{4}-\d\d-\d\d)(?:([t ])(\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:\d\d)?)?$/i.exec(text) ?? [];
  if (date === '') return 'write it like 2011-01-21T11:33:21Z';
  if (!isDate(date)) return 'the day does not exist';
  if (time === '') return 'add the time';
  if (!isTime(`${time}Z`)) return 'the time does not exist';
  if (separator === ' ') return 'put a T between day and time';
  return zone === undefined ? 'add a time zone, such as Z for UTC' : 'the time zone does not exist';
}
