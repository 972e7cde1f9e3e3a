import { childPointer, parentPointer, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, textMember } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';
import type { SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { placeInSchema } from './schema-node';

/** A name that a schema has although a different schema before it has the same one. */
export interface RepeatedName {
  readonly keyword: string;
  readonly name: string;
  /** The keywords with the name, in the first schema and in the next one that is different. */
  readonly first: JsonPointer;
  readonly pointer: JsonPointer;
}

/** Notes the name of the schema at a pointer. Schemas with one name are harmless where they are the same, such as the copies that a bundler makes. */
export function noteName(
  {
    file,
    named,
    repeated,
  }: {
    readonly file: SchemaFile;
    readonly named: Map<string, JsonPointer>;
    readonly repeated: Map<string, RepeatedName>;
  },
  { keyword, name, pointer }: Omit<RepeatedName, 'first'>,
  key: string,
): void {
  const at = childPointer(pointer, keyword);
  const first = named.get(key);
  if (first === undefined) named.set(key, at);
  else if (
    !repeated.has(key) &&
    !isSameJson(valueAt(file.value, parentPointer(first)), valueAt(file.value, pointer))
  )
    repeated.set(key, { keyword, name, first, pointer: at });
}

/** The names in these resources that different schemas have. */
export function repeatedNames(
  resources: readonly {
    readonly file: SchemaFile;
    readonly repeated: ReadonlyMap<string, RepeatedName>;
  }[],
): readonly SchemaProblem[] {
  return resources.flatMap(({ file, repeated }) =>
    Array.from(repeated.values(), ({ keyword, name, first, pointer }) => ({
      kind: 'repeated-name' as const,
      keyword,
      name,
      first: placeInSchema(file, first, 'value'),
      place: placeInSchema(file, pointer, 'value'),
    })),
  );
}

/** A spot in a file that has a schema. */
interface Spot {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
}

/** The `$id` of a schema in another file that has the same URI as the first; undefined where both schemas are the same. */
export function rivalOf(first: Spot, other: Spot): SchemaProblem | undefined {
  const [schema, rival] = [first, other].map(({ file, pointer }) => valueAt(file.value, pointer));
  const [known, id] = [idIn(schema), idIn(rival)];
  if (known === undefined || id === undefined || isSameJson(schema, rival)) return undefined;
  return {
    kind: 'repeated-name',
    ...id,
    first: placeInSchema(first.file, childPointer(first.pointer, known.keyword), 'value'),
    place: placeInSchema(other.file, childPointer(other.pointer, id.keyword), 'value'),
  };
}

/** The `$id` of a schema, or the `id` of draft-04. One with the name of a part, `a.json#part`, is not for the whole. */
function idIn(schema: unknown): Pick<RepeatedName, 'keyword' | 'name'> | undefined {
  if (!isJsonObject(schema)) return undefined;
  const keyword = textMember(schema, '$id') === undefined ? 'id' : '$id';
  const name = textMember(schema, keyword);
  return name === undefined || /#./.test(name) ? undefined : { keyword, name };
}
