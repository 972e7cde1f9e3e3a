import { childPointer, parentPointer, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';
import type { SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Dialect } from '../dialects/dialect';
import { idKeyword, idOfSchema, isOfPart } from './schema-id';
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

/** A schema that may have an id. */
interface Identified {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
}

/** The `$id` of a schema in another file that has the same URI as the first; undefined where both schemas are the same. */
export function rivalOf(first: Identified, other: Identified): SchemaProblem | undefined {
  const [known, rival] = [idIn(first), idIn(other)];
  if (known === undefined || rival === undefined || isSameJson(known.schema, rival.schema)) return undefined;
  const { keyword, name, place } = rival;
  return { kind: 'repeated-name', keyword, name, first: known.place, place };
}

/** The id of a schema; undefined for one with the name of a part, which is not for the whole. */
function idIn({ file, pointer, dialect }: Identified) {
  const schema = valueAt(file.value, pointer);
  const name = isJsonObject(schema) ? idOfSchema(schema, dialect) : undefined;
  if (name === undefined || isOfPart(name)) return undefined;
  const keyword = idKeyword(dialect);
  return { schema, keyword, name, place: placeInSchema(file, childPointer(pointer, keyword), 'value') };
}
