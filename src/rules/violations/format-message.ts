import { isDate, isTime } from '../../schema/formats/date-time';
import { quote } from '../../wording/quote';
import { formatName } from '../../wording/wanted';

/** Why a text is not of a format, where there is more to say than that. */
export function formatMessage(format: unknown, value: unknown): string {
  const reason = typeof value === 'string' ? reasonFor(String(format), value) : undefined;
  return `${quote(value)} is not ${formatName(format)}${reason === undefined ? '' : `: ${reason}`}`;
}

function reasonFor(format: string, text: string): string | undefined {
  switch (format) {
    case 'date-time':
      return dateTimeReason(text);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? 'no such day' : 'write it as 2011-01-21';
    case 'time':
      return 'write it as 11:33:21Z';
    case 'uri':
      return /^[a-z][a-z\d+.-]*:/i.test(text) ? undefined : 'it has no scheme, such as https:';
    default:
      return undefined;
  }
}

/** The day and the time come before their form: a service may be allowed a laxer form, but never a day that does not exist. */
function dateTimeReason(text: string): string {
  const [, date = '', separator = '', time = '', zone] =
    /^(\d{4}-\d\d-\d\d)(?:([t ])(\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:\d\d)?)?$/i.exec(text) ?? [];
  if (date === '') return 'write it as 2011-01-21T11:33:21Z';
  if (!isDate(date)) return 'no such day';
  if (time === '') return 'the time is missing';
  if (!isTime(`${time}Z`)) return 'no such time';
  if (separator === ' ') return 'a T stands between day and time';
  return zone === undefined ? 'the time zone is missing: Z for UTC' : 'no such time zone';
}
