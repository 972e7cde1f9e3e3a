import { isJsonObject } from '../../model/json-value';
import type { Violation } from '../../model/violation';
import { intendedKey } from '../../schema/explain/intended-key';
import { shortList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { patternName } from '../../wording/wanted';

/** The key, and what it most likely means; else which keys there may be. */
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
  const what = `unknown key ${quote(property)}`;
  // `unevaluatedProperties` knows keys of alternatives and conditions that do not hold.
  if (allowed.includes(property))
    return `the key ${quote(property)} is of a part of the schema that does not apply here: remove it`;
  if (meant !== undefined) return `${what}: did you mean ${quote(meant)}?`;
  const names = [...allowed, ...allowedPatterns.map((pattern) => `names that match ${patternName(pattern)}`)];
  return names.length === 0
    ? `${what}: the schema allows no key here`
    : `${what}: the schema allows only ${shortList(names)}`;
}
