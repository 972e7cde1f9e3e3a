import { isJsonArray } from '../../model/json-value';
import type { Violation } from '../../model/violation';
import type { Cause } from '../../schema/explain/causes';
import { alternativeName } from '../../wording/alternative-name';
import { orList } from '../../wording/list-words';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { subject, violationMessage } from './violation-message';
import { choices, formatName, patternName, typeNames } from '../../wording/wanted';

/** What a cause says in plain words: what is wrong, with the actual value, and the way out. */
export function describeCause({ violation, token, missing, alternatives, meant }: Cause): string {
  const message =
    alternatives !== undefined
      ? noneOf(violation, alternatives)
      : token === 'key' && missing !== undefined
        ? `unknown key ${quote(violation.property)}, and the required ${quote(missing)} is missing: rename it`
        : violationMessage(violation);
  const [judgedBy] = meant.slice(-1);
  return judgedBy === undefined ? message : `${message} (${judgement(judgedBy)})`;
}

/** The alternatives want one plain thing each, so that they can be told in one breath. */
function noneOf({ actual }: Violation, alternatives: readonly Violation[]): string {
  if (alternatives.every(({ keyword }) => keyword === 'required')) {
    const keys = alternatives.map(({ property }) => quote(property));
    return `one of the keys ${orList([...new Set(keys)])} is required, and none of them is there`;
  }
  const wanted = [...new Set(alternatives.map(wantedBy))];
  const words = alternatives
    .flatMap(({ expected }) => (isJsonArray(expected) ? expected : [expected]))
    .filter(isText);
  const isChoice = alternatives.some(({ keyword }) => keyword === 'enum' || keyword === 'const');
  const near = isChoice && isText(actual) ? nearest(actual, words) : undefined;
  const what = `${subject(actual)} is not ${orList(wanted)}`;
  return near === undefined ? what : `${what}: did you mean ${quote(near)}?`;
}

function wantedBy({ keyword, expected }: Violation): string {
  switch (keyword) {
    case 'type':
      return typeNames(expected);
    case 'enum':
      return `one of ${choices(expected)}`;
    case 'format':
      return formatName(expected);
    case 'pattern':
      return `a match of ${patternName(expected)}`;
    default:
      return quote(expected);
  }
}

function judgement({ union, index }: Cause['meant'][number]): string {
  const schemas = isJsonArray(union.expected) ? union.expected : [];
  const name = alternativeName(schemas[index], index);
  const number = `alternative ${index + 1}`;
  return name.startsWith(number)
    ? `judged as ${name.replace(number, `${number} of ${schemas.length}`)}`
    : `judged as ${name}, ${number} of ${schemas.length}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
