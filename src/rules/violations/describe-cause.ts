import { isJsonArray } from '../../model/json/json-value';
import type { Violation } from '../../model/schemas/violation';
import type { Cause } from '../../schema/explain/causes';
import type { UnionLeaf, UnionStep } from '../../schema/explain/union-leaves';
import { alternativeName } from '../../wording/alternative-name';
import { shortOrList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { choiceRemedy, matchOf, valueText } from './expected-text';
import { violationMessage } from './violation-message';
import { formatName, typeNames } from '../../wording/wanted';

/** The message of a cause: what is wrong, with the actual value, and how to fix it. `remedy` is what its author may do, where the value does not show that. */
export function describeCause(
  { violation, token, missing, alternatives, equal, meant }: Cause,
  remedy?: string,
): string {
  const message =
    equal !== undefined
      ? equalMessage(violation, equal)
      : alternatives !== undefined
        ? noAlternativeMessage(violation, alternatives)
        : token === 'key' && missing !== undefined
          ? `unknown property ${quote(violation.property)}, and required property ${quote(missing)} is missing: rename it`
          : [violationMessage(violation), ...(remedy === undefined ? [] : [remedy])].join(': ');
  const [chosen, around] = meant.toReversed();
  return chosen === undefined ? message : `${message} (checked against ${chosenAlternative(chosen, around)})`;
}

/** Each alternative expects one simple thing, so one sentence can list them all. */
function noAlternativeMessage({ actual }: Violation, alternatives: readonly Violation[]): string {
  if (alternatives.every(({ keyword }) => keyword === 'required')) {
    const keys = alternatives.map(({ property }) => quote(property));
    return `one of the properties ${shortOrList([...new Set(keys)])} is required, but none is present`;
  }
  const expected = [
    ...new Set(
      alternatives.flatMap((alternative) =>
        isConstant(alternative) ? valuesOf(alternative).map(quote) : [expectedBy(alternative)],
      ),
    ),
  ];
  const remedy = choiceRemedy(actual, alternatives.filter(isConstant).flatMap(valuesOf));
  return `expected ${shortOrList(expected)}, got ${valueText(actual)}${remedy}`;
}

/** How many of the equally near alternatives are named. */
const MOST_EQUAL = 3;

function equalMessage(union: Violation, leaves: readonly UnionLeaf[]): string {
  const named = leaves.slice(0, MOST_EQUAL).map(({ steps, violations: [violation] }) => {
    if (violation === undefined) return leafName(steps);
    const inside = violation.instanceLocation.slice(union.instanceLocation.length);
    return `${leafName(steps)}: ${inside === '' ? '' : `at ${inside}, `}${violationMessage(violation)}`;
  });
  const more = leaves.length > MOST_EQUAL ? [`… (${leaves.length} in all)`] : [];
  return `${violationMessage(union)}; equally near: ${[...named, ...more].join('; ')}`;
}

/** Whether an alternative allows only some values; `null` is the only value of its type. */
function isConstant({ keyword, expected }: Violation): boolean {
  return keyword === 'enum' || keyword === 'const' || (keyword === 'type' && expected === 'null');
}

/** The values that an `enum` or a `const` allows. */
function valuesOf({ keyword, expected }: Violation): readonly unknown[] {
  if (keyword === 'type') return [null];
  return keyword === 'enum' && isJsonArray(expected) ? expected : [expected];
}

function expectedBy({ keyword, expected }: Violation): string {
  switch (keyword) {
    case 'type':
      return typeNames(expected);
    case 'format':
      return formatName(expected);
    case 'pattern':
      return matchOf(expected);
    default:
      return quote(expected);
  }
}

/** The alternative of the innermost union, and where it is, if that is in an alternative of another union. */
function chosenAlternative({ union, index }: UnionStep, around: UnionStep | undefined): string {
  const schemas = isJsonArray(union.expected) ? union.expected : [];
  const name = alternativeName(schemas[index], index);
  const number = `alternative ${index + 1}`;
  const chosen = name.startsWith(number)
    ? name.replace(number, `${number} of ${schemas.length}`)
    : `${name}, ${number} of ${schemas.length}`;
  return around?.union.instanceLocation === union.instanceLocation
    ? `${chosen}, in ${leafName([around])}`
    : chosen;
}

function leafName(steps: readonly UnionStep[]): string {
  return steps
    .toReversed()
    .map(({ union, index }) =>
      alternativeName(isJsonArray(union.expected) ? union.expected[index] : undefined, index),
    )
    .join(' of ');
}
