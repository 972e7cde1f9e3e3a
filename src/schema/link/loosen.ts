import { isJsonArray, isJsonObject, itemsIn, type JsonObject } from '../../model/json/json-value';
import { keywordOf } from '../dialects/keywords';
import { eachCopiedSubschema, mapSubschemas } from '../dialects/map-subschemas';
import type { SchemaNode } from './schema-node';

/** Access to copied schemas with unreadable parts, such as a pattern. */
export interface LooseContext {
  /** Whether a copied object lacks a keyword that it should have. */
  readonly isIncomplete: (copy: object) => boolean;
  /** Records that a copy takes the place of another. */
  readonly replace: (copy: object, by: object) => void;
}

/**
 * The copies of nodes, changed where an unreadable part would make them refuse more instead of less. Without its part, a schema accepts
 * too much, so under `not` it would refuse too much, and in `oneOf` it may be one alternative too many. Such a keyword cannot be decided: its
 * values are accepted, and its subschemas still evaluate properties and items.
 */
export function loosened(
  nodes: readonly SchemaNode[],
  { isIncomplete, replace }: LooseContext,
): ReadonlyMap<SchemaNode, unknown> {
  const undecided = new Set<string>();
  for (let before = -1; before < undecided.size;) {
    before = undecided.size;
    for (const { key, copy } of nodes) if (isUndecided(copy)) undecided.add(key);
  }
  return new Map(
    nodes.filter(({ key }) => undecided.has(key)).map((node) => [node, loosen(node.copy)] as const),
  );

  /** Whether a copied schema may accept a value only because a part of it could not be read. */
  function isUndecided(copy: unknown): boolean {
    if (!isJsonObject(copy)) return false;
    if (isIncomplete(copy) || undecided.has(String(copy['$ref']))) return true;
    let found = false;
    eachCopiedSubschema(copy, (inner) => {
      found ||= isUndecided(inner);
    });
    return found;
  }

  function loosen(copy: unknown): unknown {
    if (!isJsonObject(copy)) return copy;
    const { not, oneOf, if: condition } = copy;
    const parts: JsonObject[] = [];
    const kept: Record<string, unknown> = { ...copy };
    if (isUndecided(not)) delete kept['not'];
    if (isJsonArray(oneOf) && oneOf.some(isUndecided)) {
      delete kept['oneOf'];
      parts.push({ anyOf: oneOf });
    }
    if (isUndecided(condition)) {
      for (const name of ['if', 'then', 'else']) delete kept[name];
      parts.push({ anyOf: [true, condition, copy['then'] ?? true, copy['else'] ?? true] });
    }
    if (isUndecided(kept['contains'])) delete kept['maxContains'];
    for (const part of parts) replace(copy, part);
    if (parts.length > 0) kept['allOf'] = [...itemsIn(kept['allOf']), ...parts];
    const result = Object.fromEntries(
      Object.entries(kept).map(([name, value]) => {
        const shape = keywordOf(name, '2020-12')?.shape;
        return [name, shape === undefined ? value : mapSubschemas(name, value, shape, loosen)];
      }),
    );
    replace(copy, result);
    return result;
  }
}
