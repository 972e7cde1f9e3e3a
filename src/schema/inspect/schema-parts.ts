import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonObject, member, type JsonObject } from '../../model/json-value';
import type { SchemaPart } from '../../model/schema-part';
import { isBefore, type Dialect } from '../link/dialect';
import { keywordOf } from '../link/keywords';
import { mapSubschemas } from '../link/map-subschemas';
import type { SchemaNode } from '../link/schema-node';
import { statedDialect } from '../link/stated-dialect';

/** These schemas and all their subschemas, each once, even if several paths lead to it. */
export function schemaParts(nodes: readonly SchemaNode[]): readonly SchemaPart[] {
  const parts: SchemaPart[] = [];
  const seen = new Set<object>();
  for (const { file, pointer, original, dialect, problems } of nodes) {
    // The keywords of an unknown dialect are not known.
    if (problems.some(({ kind }) => kind === 'unknown-dialect')) continue;
    visit(original, pointer, dialect, file.source.name);
  }
  return parts;

  function visit(schema: unknown, pointer: JsonPointer, outer: Dialect, file: string): void {
    if (!isJsonObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const stated = statedDialect(schema);
    const dialect = stated.kind === 'known' ? stated.dialect : outer;
    // Before 2019-09, the keywords next to a `$ref` are ignored.
    const isReferenceOnly = isBefore(dialect, '2019-09') && typeof member(schema, '$ref') === 'string';
    if (!isReferenceOnly) parts.push({ file, pointer, schema: inDialect(schema, dialect) });
    for (const [name, value] of Object.entries(schema)) {
      if (typeof value !== 'object') continue;
      const shape = keywordOf(name, dialect)?.shape;
      if (shape === undefined || (isReferenceOnly && shape !== 'definitions')) continue;
      mapSubschemas(name, value, shape, (inner, steps) => {
        visit(inner, steps.reduce<string>(childPointer, pointer), dialect, file);
      });
    }
  }
}

/** The schema without keywords that its dialect ignores: `schema-keywords-known` reports them. */
function inDialect(schema: JsonObject, dialect: Dialect): JsonObject {
  const entries = Object.entries(schema);
  const known = entries.filter(([name]) => keywordOf(name, dialect) !== undefined);
  return known.length === entries.length ? schema : Object.fromEntries(known);
}
