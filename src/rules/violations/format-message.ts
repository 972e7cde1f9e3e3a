import { compareNumbers, isJsonInteger, isJsonNumber } from '../../model/json/exact-number';
import { isOfStandardFormat } from '../../schema/formats/formats';
import { numberIn, rangeOfFormat } from '../../schema/formats/number-formats';
import { quote } from '../../wording/quote';
import { formatName } from '../../wording/wanted';
import { dateReason, dateTimeReason, durationReason, timeReason } from './date-time-reason';
import { formatReason } from './format-reason';

/** A value does not have its format: the reason or the fix too, if they are known. */
export function formatMessage(format: unknown, value: unknown): string {
  const reason =
    typeof value === 'string' ? reasonFor(String(format), value) : rangeReason(String(format), value);
  return `expected ${formatName(format)}, got ${quote(value)}${reason === undefined ? '' : `: ${reason}`}`;
}

function reasonFor(format: string, text: string): string | undefined {
  switch (format) {
    // A manifest may allow other forms of these, but never a day that does not exist.
    case 'date-time':
      return dateTimeReason(text);
    case 'date':
      return dateReason(text);
    case 'time':
      return timeReason(text);
    case 'duration':
      return durationReason(text);
    default:
      // A manifest may define a format more strictly than its standard, whose reasons would then mislead.
      return isOfStandardFormat(format, text)
        ? undefined
        : ((/^[+-]?\d+$/.test(text) ? rangeReason(format, numberIn(text)) : undefined) ??
            formatReason(format, text));
  }
}

function rangeReason(format: string, value: unknown): string | undefined {
  const range = rangeOfFormat(format);
  if (range === undefined || !isJsonNumber(value) || (range.isInteger && !isJsonInteger(value)))
    return undefined;
  const { least, most } = range;
  if (compareNumbers(value, least) < 0) return `the smallest is ${String(least)}`;
  return compareNumbers(value, most) > 0 ? `the largest is ${String(most)}` : undefined;
}
