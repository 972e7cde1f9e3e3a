import { isDate, isTime } from '../../../schema/formats/date-time';
import { quote } from '../../../wording/quote';
import { valueWord } from '../../../wording/value-word';

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Why a value is not valid as `updated`, an RFC 3339 date-time in UTC. Undefined if it is valid. */
export function dateTimeProblem(updated: unknown): string | undefined {
  if (typeof updated !== 'string') {
    return `expected "updated" to be a date-time such as "2013-07-23T11:33:21Z", got ${valueWord(updated)}`;
  }
  if (!FORM.test(updated)) {
    return `expected an RFC 3339 date-time in UTC such as "2013-07-23T11:33:21Z", got ${quote(updated)}`;
  }
  if (!isDate(updated.slice(0, 10))) return `the day in "${updated}" does not exist`;
  if (!isTime(updated.slice(11))) return `the time of day in "${updated}" does not exist`;
  return /(Z|[+-]00:00)$/i.test(updated)
    ? undefined
    : `expected a date-time in UTC, got "${updated}": write ${inUtc(updated)}`;
}

function inUtc(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? 'it with "Z"' : `"${new Date(time).toISOString().replace('.000Z', 'Z')}"`;
}
