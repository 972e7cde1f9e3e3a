import type { Direction } from '../../model/contracts/contract';
import { parentPointer, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import type { SchemaVerdict } from '../../model/schemas/validation';
import type { Violation } from '../../model/schemas/violation';
import { memoize, memoizeObject } from '../../model/memoize';
import { excludedBy } from '../link/directed';
import { reachableNodes, type SchemaNode } from '../link/schema-node';

/**
 * The values for excluded properties that made a schema refuse a value. In a union, they are those of the alternative that accepts the value
 * otherwise.
 */
export function excludedIn(verdict: SchemaVerdict, value: unknown): readonly Violation[] {
  if (verdict.kind !== 'checked') return [];
  return verdict.violations
    .flatMap(excludedBelow)
    .filter(({ instanceLocation }) => isProperty(instanceLocation, value));
}

/** An item of an array is sent or left out with its array: the keywords are only for properties (OpenAPI 3.0.3, 4.7.24.1). */
function isProperty(at: JsonPointer, value: unknown): boolean {
  return !isJsonArray(valueAt(value, parentPointer(at)));
}

function excludedBelow(violation: Violation): readonly Violation[] {
  if (isExcluded(violation)) return [violation];
  const accepting = violation.branches?.find((branch) => branch.every(isOnlyExcluded));
  return accepting?.flatMap(excludedBelow) ?? [];
}

function isExcluded({ keyword }: Violation): boolean {
  return keyword === 'readOnly' || keyword === 'writeOnly';
}

function isOnlyExcluded(violation: Violation): boolean {
  return (
    isExcluded(violation) || (violation.branches?.some((branch) => branch.every(isOnlyExcluded)) ?? false)
  );
}

/**
 * Whether a schema may refuse a value only for an excluded property. Most schemas have no such property, and then no value needs to be
 * validated to find that out.
 */
export function createMayExclude(): (root: SchemaNode, direction: Direction) => boolean {
  const mayExcludeIn = memoize((direction: Direction) => {
    const isMarked = memoizeObject((node: SchemaNode) => isMarkedBelow(node.original, excludedBy(direction)));
    return memoizeObject((root: SchemaNode) => reachableNodes(root, 'all').some(isMarked));
  });
  return (root, direction) => mayExcludeIn(direction)(root);
}

/** Whether an object in a schema has the keyword. An example with a property of its name only costs time. */
function isMarkedBelow(value: unknown, keyword: string): boolean {
  if (isJsonArray(value)) return value.some((item) => isMarkedBelow(item, keyword));
  if (!isJsonObject(value)) return false;
  return value[keyword] === true || Object.values(value).some((each) => isMarkedBelow(each, keyword));
}
