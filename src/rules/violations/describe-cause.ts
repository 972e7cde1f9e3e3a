import { isJsonArray } from '../../model/json-value';
import type { Violation } from '../../model/violation';
import type { Cause } from '../../schema/explain/causes';
import { alternativeName } from '../../wording/alternative-name';
import { orList } from '../../wording/list-words';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { enumText, matchOf, valueText } from './expected-text';
import { violationMessage } from './violation-message';
import { formatName, typeNames } from '../../wording/wanted';

/** The message of a cause: what is wrong, with the actual value, and how to fix it. */
export function describeCause({ violation, token, missing, alternatives, meant }: Cause): string {
  const message =
    alternatives !== undefined
      ? noAlternativeMessage(violation, alternatives)
      : token === 'key' && missing !== undefined
        ? `unknown property ${quote(violation.property)}, and required property ${quote(missing)} is missing: rename it`
        : violationMessage(violation);
  const [chosen] = meant.slice(-1);
  return chosen === undefined ? message : `${message} (checked against ${chosenAlternative(chosen)})`;
}

/** Each alternative expects one simple thing, so one sentence can list them all. */
function noAlternativeMessage({ actual }: Violation, alternatives: readonly Violation[]): string {
  if (alternatives.every(({ keyword }) => keyword === 'required')) {
    const keys = alternatives.map(({ property }) => quote(property));
    return `one of the properties ${orList([...new Set(keys)])} is required, but none is present`;
  }
  const expected = [...new Set(alternatives.map(expectedBy))];
  const words = alternatives
    .flatMap(({ expected: values }) => (isJsonArray(values) ? values : [values]))
    .filter(isText);
  const isChoice = alternatives.some(({ keyword }) => keyword === 'enum' || keyword === 'const');
  const near = isChoice && isText(actual) ? nearest(actual, words) : undefined;
  const what = `expected ${orList(expected)}, got ${valueText(actual)}`;
  return near === undefined ? what : `${what}: did you mean ${quote(near)}?`;
}

function expectedBy({ keyword, expected }: Violation): string {
  switch (keyword) {
    case 'type':
      return typeNames(expected);
    case 'enum':
      return enumText(expected);
    case 'format':
      return formatName(expected);
    case 'pattern':
      return matchOf(expected);
    default:
      return quote(expected);
  }
}

function chosenAlternative({ union, index }: Cause['meant'][number]): string {
  const schemas = isJsonArray(union.expected) ? union.expected : [];
  const name = alternativeName(schemas[index], index);
  const number = `alternative ${index + 1}`;
  return name.startsWith(number)
    ? name.replace(number, `${number} of ${schemas.length}`)
    : `${name}, ${number} of ${schemas.length}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
