import { isJsonObject } from '../../model/json/json-value';
import type { Violation } from '../../model/schemas/violation';
import { intendedKey } from '../../schema/explain/intended-key';
import { shortList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { patternName } from '../../wording/wanted';

/** An unknown property, and the property that is probably meant, or else the allowed ones. */
export function unknownKeyMessage({
  property = '',
  allowed = [],
  allowedPatterns = [],
  actual,
}: Violation): string {
  const present = isJsonObject(actual) ? Object.keys(actual) : [];
  const meant = intendedKey(
    property,
    allowed.filter((key) => !present.includes(key)),
  );
  const what = `unknown property ${quote(property)}`;
  // `unevaluatedProperties` also lists the properties of alternatives and conditions that do not match.
  if (allowed.includes(property))
    return `property ${quote(property)} is only allowed by a branch of the schema that does not match: remove it`;
  if (meant !== undefined) return `${what}: did you mean ${quote(meant)}?`;
  const names = [
    ...allowed.map(quote),
    ...allowedPatterns.map((pattern) => `names that match ${patternName(pattern)}`),
  ];
  return names.length === 0
    ? `${what}: the schema allows no properties here`
    : `${what}: the schema allows only ${shortList(names)}`;
}
