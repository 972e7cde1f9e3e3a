import { pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, type JsonObject } from '../../model/json/json-value';
import type { SchemaPart } from '../../model/schemas/schema-part';
import type { SchemaFile } from '../../model/project/schema-files';
import type { Dialect } from '../dialects/dialect';
import { isReferenceOnly, keywordOf } from '../dialects/keywords';
import { eachSubschema } from '../dialects/map-subschemas';
import type { SchemaNode } from '../link/schema-node';
import { isUnreadKeyword } from '../dialects/unread-keyword';
import { statedDialect } from '../dialects/stated-dialect';

/** A part, and the parts that apply to the same value because of it, as keys. */
interface FoundPart {
  readonly part: SchemaPart;
  readonly key: string;
  readonly inPlace: readonly string[];
}

/** These schemas and all their subschemas, each once, even if several paths lead to it; only those that are wanted. */
export function schemaParts(
  nodes: readonly SchemaNode[],
  isWanted: (schema: JsonObject) => boolean = () => true,
): readonly SchemaPart[] {
  const parts: FoundPart[] = [];
  const seen = new Set<object>();
  // Most projects have no such keyword, and then nothing must be known about which parts apply to the same value.
  const files = new Set(nodes.map(({ file }) => file));
  const hasReaders = [...files].some(({ source }) => source.text.includes('unevaluated'));
  const targets = hasReaders ? targetsOf(nodes) : new Map<string, readonly string[]>();
  /** From the node to the part: there are tens of thousands of parts, and hardly any is wanted for its examples. */
  const steps: (string | number)[] = [];
  for (const { file, pointer, original, dialect, problems } of nodes) {
    // The keywords of an unknown dialect are not known.
    if (problems.some(({ kind }) => kind === 'unknown-dialect')) continue;
    visit(original, dialect, file, pointer);
  }
  if (!hasReaders) return parts.map(({ part }) => part);
  const read = readParts(parts);
  return parts
    .filter(({ part }) => isWanted(part.schema))
    .map(({ key, part }) => ({ ...part, isRead: read.has(key) }));

  function visit(schema: unknown, outer: Dialect, file: SchemaFile, base: JsonPointer): void {
    if (!isJsonObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const { source } = file;
    const stated = statedDialect(schema);
    const dialect = stated.kind === 'known' ? stated.dialect : outer;
    const ignoresSiblings = isReferenceOnly(schema, dialect);
    const inPlace: string[] = [];
    if (!ignoresSiblings && (hasReaders || isWanted(schema))) {
      const pointer = pointerFrom(steps, base);
      const part = {
        file: source.name,
        source,
        pointer,
        schema: readIn(schema, dialect, file),
        isRead: false,
      };
      parts.push({ key: hasReaders ? keyOf(source.name, pointer) : '', part, inPlace });
    }
    for (const name in schema) {
      const value = schema[name];
      const keyword = keywordOf(name, dialect);
      if (hasReaders && keyword?.shape === 'reference')
        inPlace.push(...(targets.get(keyOf(source.name, pointerFrom([...steps, name], base))) ?? []));
      if (typeof value !== 'object' || keyword === undefined) continue;
      if (ignoresSiblings && keyword.shape !== 'definitions') continue;
      steps.push(name);
      eachSubschema(name, value, keyword.shape, (inner, step) => {
        if (step !== undefined) steps.push(step);
        if (hasReaders && keyword.inPlace && name !== 'not')
          inPlace.push(keyOf(source.name, pointerFrom(steps, base)));
        visit(inner, dialect, file, base);
        if (step !== undefined) steps.pop();
      });
      steps.pop();
    }
  }
}

/** The schema without keywords that its dialect ignores, or that cannot be read: other rules report them. */
function readIn(schema: JsonObject, dialect: Dialect, file: SchemaFile): JsonObject {
  const isRead = (name: string) => {
    const keyword = keywordOf(name, dialect);
    return keyword !== undefined && !isUnreadKeyword(keyword, schema[name], file);
  };
  return Object.keys(schema).every(isRead)
    ? schema
    : Object.fromEntries(Object.entries(schema).filter(([name]) => isRead(name)));
}

function keyOf(file: string, pointer: JsonPointer): string {
  return `${file}#${pointer}`;
}

/** The targets of each reference. A dynamic reference may have several. */
function targetsOf(nodes: readonly SchemaNode[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { place, to } of nodes.flatMap(({ links }) => links)) {
    if (!('token' in place)) continue;
    const from = keyOf(place.file, place.pointer);
    const known = targets.get(from) ?? [];
    known.push(keyOf(to.file.source.name, to.pointer));
    targets.set(from, known);
  }
  return targets;
}

/** The parts whose evaluated properties and items an `unevaluated…` keyword reads: its own schema, and all that apply to the same value. */
function readParts(parts: readonly FoundPart[]): ReadonlySet<string> {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const read = new Set(
    parts
      .filter(({ part: { schema } }) => READERS.some((name) => Object.hasOwn(schema, name)))
      .map(({ key }) => key),
  );
  // Keys that are added to a set while it is iterated are visited too.
  for (const key of read) for (const inner of byKey.get(key)?.inPlace ?? []) read.add(inner);
  return read;
}

const READERS = ['unevaluatedProperties', 'unevaluatedItems'];
