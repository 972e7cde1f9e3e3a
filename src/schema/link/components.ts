import { pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { isOpenApi } from '../dialects/stated-dialect';

/** The schemas of an OpenAPI document that have names, and where they are. */
export interface Components {
  readonly path: readonly string[];
  readonly schemas: JsonObject;
}

/** `components/schemas`, in Swagger 2.0 `definitions`. Undefined for any other document. */
export function componentsOf(document: unknown): Components | undefined {
  if (!isJsonObject(document) || !isOpenApi(document)) return undefined;
  const path = member(document, 'swagger') === undefined ? ['components', 'schemas'] : ['definitions'];
  let schemas: unknown = document;
  for (const step of path) schemas = isJsonObject(schemas) ? member(schemas, step) : undefined;
  return isJsonObject(schemas) ? { path, schemas } : undefined;
}

/** Where the component with this name is. */
export function componentPointer({ path }: Pick<Components, 'path'>, name: string): JsonPointer {
  return pointerFrom([...path, name]);
}

/** The names of the components that extend each component with `allOf`, directly or through others, by the pointer of that component. */
export type Heirs = ReadonlyMap<JsonPointer, readonly string[]>;

/** `resolve` gives the pointer in the same document that a reference at a pointer leads to. */
export function heirsIn(
  components: Components,
  resolve: (reference: string, at: JsonPointer) => JsonPointer | undefined,
): Heirs {
  const direct = new Map<JsonPointer, string[]>();
  for (const [name, schema] of Object.entries(components.schemas)) {
    const all = isJsonObject(schema) ? member(schema, 'allOf') : undefined;
    if (!isJsonArray(all)) continue;
    const at = componentPointer(components, name);
    for (const part of all) {
      const reference = isJsonObject(part) ? member(part, '$ref') : undefined;
      const parent = typeof reference === 'string' ? resolve(reference, at) : undefined;
      if (parent !== undefined) direct.set(parent, [...(direct.get(parent) ?? []), name]);
    }
  }
  return new Map(Array.from(direct, ([parent, names]) => [parent, closure(names)]));

  function closure(names: readonly string[]): readonly string[] {
    const all = new Set(names);
    // Names that are added to a set while it is iterated are visited too.
    for (const name of all)
      for (const next of direct.get(componentPointer(components, name)) ?? []) all.add(next);
    return [...all];
  }
}
