import { isJsonObject, itemsIn, member } from '../../model/json/json-value';
import { PROTO_PATTERN } from '../dialects/modernise';

/** The properties that a schema declares, by name and by pattern. */
export interface DeclaredKeys {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
}

/** The properties that a copied schema declares; with `follow`, also those declared by the schemas that it applies to the same value. */
export function declaredKeys(schema: unknown, follow?: (key: string) => unknown): DeclaredKeys {
  const names = new Set<string>();
  const patterns = new Set<string>();
  const seen = new Set<unknown>();
  visit(schema);
  return { names: [...names], patterns: [...patterns] };

  function visit(part: unknown): void {
    if (!isJsonObject(part) || seen.has(part)) return;
    seen.add(part);
    const named = keys(member(part, 'properties'));
    for (const key of named) names.add(key);
    for (const pattern of keys(member(part, 'patternProperties')))
      if (pattern !== PROTO_PATTERN || !named.includes('__proto__')) patterns.add(pattern);
    if (follow === undefined) return;
    for (const name of ['allOf', 'anyOf', 'oneOf'])
      for (const item of itemsIn(member(part, name))) visit(item);
    for (const name of ['if', 'then', 'else']) visit(member(part, name));
    const dependent = member(part, 'dependentSchemas');
    if (isJsonObject(dependent)) for (const item of Object.values(dependent)) visit(item);
    const reference = member(part, '$ref');
    if (typeof reference === 'string') visit(follow(reference));
  }
}

function keys(value: unknown): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
