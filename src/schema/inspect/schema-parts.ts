import { childPointer, pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, type JsonObject } from '../../model/json/json-value';
import type { SchemaPart } from '../../model/schemas/schema-part';
import type { SchemaFile } from '../../model/project/schema-files';
import type { Dialect } from '../dialects/dialect';
import { isReferenceOnly, keywordOf, type Keyword } from '../dialects/keywords';
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

/** A keyword of a part whose node begins at `base`. */
interface KeywordInPart {
  readonly name: string;
  readonly keyword: Keyword;
  readonly dialect: Dialect;
  readonly file: SchemaFile;
  readonly base: JsonPointer;
  readonly inPlace: string[];
}

/** These schemas and all their subschemas, each once, even if several paths lead to it; only those that are wanted. */
export function schemaParts(
  nodes: readonly SchemaNode[],
  isWanted: (schema: JsonObject) => boolean = () => true,
): readonly SchemaPart[] {
  const parts: SchemaPart[] = [];
  /** The same parts, where it must be known which apply to the same value. */
  const found: FoundPart[] = [];
  const seen = new Set<object>();
  // Most projects have no such keyword, and then nothing must be known about which parts apply to the same value.
  const files = new Set(nodes.map(({ file }) => file));
  const hasReaders = [...files].some(({ source }) => source.text.includes('unevaluated'));
  const targets = hasReaders ? targetsOf(nodes) : new Map<string, readonly string[]>();
  /** From the node to the part: there are tens of thousands of parts, and hardly any is wanted for its examples. */
  const steps: (string | number)[] = [];
  /** The pointers to what the first of these steps lead to. */
  const pointers: JsonPointer[] = [];
  for (const { file, pointer, original, dialect, problems } of nodes) {
    // The keywords of an unknown dialect are not known.
    if (problems.some(({ kind }) => kind === 'unknown-dialect')) continue;
    visit(original, dialect, file, pointer);
  }
  if (!hasReaders) return parts;
  const read = readParts(found);
  return found
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
      const pointer = pointerHere(base);
      const part = {
        file: source.name,
        source,
        pointer,
        schema: readIn(schema, dialect, file),
        isRead: false,
      };
      parts.push(part);
      if (hasReaders) found.push({ key: keyOf(source.name, pointer), part, inPlace });
    }
    for (const name in schema) {
      const value = schema[name];
      const keyword = keywordOf(name, dialect);
      if (hasReaders && keyword?.shape === 'reference')
        inPlace.push(...(targets.get(keyOf(source.name, pointerFrom([...steps, name], base))) ?? []));
      if (typeof value !== 'object' || keyword === undefined) continue;
      if (ignoresSiblings && keyword.shape !== 'definitions') continue;
      visitBelow(value, { name, keyword, dialect, file, base, inPlace });
    }
  }

  /** Apart from the loop around it, as a closure in a loop takes longer. */
  function visitBelow(value: unknown, { name, keyword, dialect, file, base, inPlace }: KeywordInPart): void {
    steps.push(name);
    eachSubschema(name, value, keyword.shape, (inner, step) => {
      if (step !== undefined) steps.push(step);
      if (hasReaders && keyword.inPlace && name !== 'not')
        inPlace.push(keyOf(file.source.name, pointerHere(base)));
      visit(inner, dialect, file, base);
      if (step !== undefined) stepBack();
    });
    stepBack();
  }

  /** Most pointers begin with one that was just made. */
  function pointerHere(base: JsonPointer): JsonPointer {
    let pointer = pointers.at(-1) ?? base;
    for (let depth = pointers.length; depth < steps.length; depth += 1) {
      pointer = childPointer(pointer, steps[depth] ?? '');
      pointers.push(pointer);
    }
    return pointer;
  }

  function stepBack(): void {
    steps.pop();
    if (pointers.length > steps.length) pointers.pop();
  }
}

/** The schema without keywords that its dialect ignores, or that cannot be read: other rules report them. */
function readIn(schema: JsonObject, dialect: Dialect, file: SchemaFile): JsonObject {
  const isRead = (name: string) => {
    const keyword = keywordOf(name, dialect);
    if (keyword === undefined || file.unread === undefined) return keyword !== undefined;
    return !isUnreadKeyword(keyword, schema[name], file);
  };
  for (const name in schema)
    if (!isRead(name)) return Object.fromEntries(Object.entries(schema).filter(([each]) => isRead(each)));
  return schema;
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
