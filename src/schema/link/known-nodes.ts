import type { JsonPointer } from '../../model/json/json-pointer';
import type { SchemaFile } from '../../model/project/schema-files';
import { scopeKey } from './dynamic-scope';
import type { DynamicScope, SchemaNode, SchemaReading } from './schema-node';

/** The nodes so far, by what they depend on. */
export interface KnownNodes {
  readonly get: (at: NodePosition) => SchemaNode | undefined;
  readonly set: (at: NodePosition, node: SchemaNode) => void;
}

/** A schema, and how it is read there. */
interface NodePosition {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly reading: SchemaReading;
  readonly scope: DynamicScope;
}

interface Entry extends NodePosition {
  readonly node: SchemaNode;
}

/** By file and pointer: most schemas are read in one way only, so comparing the rest is faster than making a key of it. */
export function createKnownNodes(): KnownNodes {
  const files = new Map<string, Map<JsonPointer, Entry[]>>();
  return {
    get: (at) => {
      const entries = files.get(at.file.file)?.get(at.pointer);
      return entries?.find((entry) => isSame(entry, at))?.node;
    },
    set: (at, node) => {
      const { file, pointer, reading, scope } = at;
      const inFile = files.get(file.file) ?? new Map<JsonPointer, Entry[]>();
      files.set(file.file, inFile);
      const entries = inFile.get(pointer);
      const entry = { file, pointer, reading, scope, node };
      if (entries === undefined) inFile.set(pointer, [entry]);
      else entries.push(entry);
    },
  };
}

function isSame({ reading: a, scope }: Entry, { reading: b, scope: other }: NodePosition): boolean {
  return (
    a.direction === b.direction &&
    a.dialect === b.dialect &&
    a.isExtended === b.isExtended &&
    namesIn(a) === namesIn(b) &&
    scopeKey(scope) === scopeKey(other)
  );
}

function namesIn({ excluded }: SchemaReading): string {
  return excluded === undefined ? '' : [...excluded].toSorted().join('\0');
}
