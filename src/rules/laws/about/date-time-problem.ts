import { isDate, isTime } from '../../../schema/formats/date-time';
import { quote } from '../../../wording/quote';
import { valueWord } from '../../../wording/value-word';

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Why a value is not when a version was updated, an RFC 3339 date-time in UTC; undefined when it is one. */
export function dateTimeProblem(updated: unknown): string | undefined {
  if (typeof updated !== 'string') {
    return `"updated" is a date-time such as "2013-07-23T11:33:21Z", not ${valueWord(updated)}`;
  }
  if (!FORM.test(updated)) {
    return `${quote(updated)} is not an RFC 3339 date-time in UTC, such as "2013-07-23T11:33:21Z"`;
  }
  if (!isDate(updated.slice(0, 10))) return `"${updated}" names a day that does not exist`;
  if (!isTime(updated.slice(11))) return `"${updated}" names a time of day that does not exist`;
  return /(Z|[+-]00:00)$/i.test(updated) ? undefined : `"${updated}" is not in UTC: write ${inUtc(updated)}`;
}

function inUtc(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? 'it with "Z"' : `"${new Date(time).toISOString().replace('.000Z', 'Z')}"`;
}
