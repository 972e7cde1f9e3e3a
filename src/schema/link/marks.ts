import { valueAt } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import { memoize, memoizeObject } from '../../model/memoize';
import { percentDecoded } from '../../model/percent-decoded';
import type { SchemaFile } from '../../model/project/schema-files';

/** The keyword that excludes properties from a direction. */
type Marker = 'readOnly' | 'writeOnly';

/** Where schemas exclude properties from a direction. Both questions may be answered with yes too often, which only takes time. */
export interface Marks {
  /** Whether a schema in a file, or in one that it refers to, may have the keyword. */
  readonly mayBeIn: (file: SchemaFile, marker: Marker) => boolean;
  /** Whether a schema of a file that is a single resource, or one that it refers to, may have the keyword. */
  readonly mayBeReached: (file: SchemaFile, schema: unknown, marker: Marker) => boolean;
}

export function createMarks(): Marks {
  const mayBeIn = memoizeObject(({ source: { text } }: SchemaFile) =>
    memoize((marker: Marker) => text.includes(marker) || ELSEWHERE.test(text)),
  );
  const reach = memoizeObject(({ value }: SchemaFile) =>
    memoize((marker: Marker) => createReach(value, marker)),
  );
  return {
    mayBeIn: (file, marker) => mayBeIn(file)(marker),
    mayBeReached: (file, schema, marker) => mayBeIn(file)(marker) && reach(file)(marker)(schema),
  };
}

/** An escape of a letter, which may be part of a name, or a reference to another file. */
const ELSEWHERE = /\\(?:u00|U000000|x)[2-7]|\$ref["']?\s*:\s*["']?[^"'\s#]/;

/** What a schema has, without what it refers to. */
interface Survey {
  readonly isMarked: boolean;
  readonly targets: ReadonlySet<unknown>;
}

const MARKED: Survey = { isMarked: true, targets: new Set() };

/** Keywords with targets that are no plain pointers into the same document. */
const OTHER_TARGETS: ReadonlySet<string> = new Set(['$dynamicRef', '$recursiveRef', 'discriminator']);

/** Gives whether a schema of a document reaches a mark. Many schemas refer to few others, so what is known about those is kept. */
function createReach(document: unknown, marker: Marker): (schema: unknown) => boolean {
  const known = new Map<unknown, boolean>();
  return (schema) => {
    if (!known.has(schema)) findOut(schema);
    return known.get(schema) === true;
  };

  function findOut(start: unknown): void {
    const open = new Set([start]);
    const users = new Map<unknown, unknown[]>();
    const marked = new Set<unknown>();
    // Schemas that are added to a set while it is iterated are visited too.
    for (const schema of open) {
      const { isMarked, targets } = survey(schema);
      if (isMarked) marked.add(schema);
      for (const target of targets) {
        if (known.get(target) === true) marked.add(schema);
        if (known.has(target)) continue;
        open.add(target);
        const usersOfTarget = users.get(target) ?? [];
        users.set(target, usersOfTarget);
        usersOfTarget.push(schema);
      }
    }
    for (const schema of marked) for (const user of users.get(schema) ?? []) marked.add(user);
    for (const schema of open) known.set(schema, marked.has(schema));
  }

  /** Reads all values, whatever they are: an example with a property of the name only costs time. */
  function survey(schema: unknown): Survey {
    if (schema === undefined) return MARKED;
    const targets = new Set<unknown>();
    const seen = new Set<unknown>();
    const open: unknown[] = [schema];
    // Not recursive, because a schema may nest deeper than the stack.
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value !== 'object' || seen.has(value)) continue;
      seen.add(value);
      if (isJsonArray(value)) for (const item of value) open.push(item);
      if (!isJsonObject(value)) continue;
      for (const name in value) {
        const inner = value[name];
        if (name === marker || OTHER_TARGETS.has(name)) return MARKED;
        if (name === '$ref' && typeof inner === 'string') {
          if (!inner.startsWith('#/')) return MARKED;
          targets.add(valueAt(document, percentDecoded(inner.slice(1))));
        } else if (typeof inner === 'object') open.push(inner);
      }
    }
    return { isMarked: false, targets };
  }
}
