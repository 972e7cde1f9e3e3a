import { dirname, resolve } from 'node:path';

import { childPointer, type JsonPointer } from '../model/json/json-pointer';
import { isJsonObject, itemsIn, member, type JsonObject } from '../model/json/json-value';
import type { Source } from '../model/documents/source';
import type { TextProblem } from '../model/documents/text-problem';
import type { Violation } from '../model/schemas/violation';
import { DISK } from './tree/disk-tree';
import { readDataFile } from './tree/read-data-file';
import { violationsOfShipped } from './shipped/shipped-schemas';

/** A target as written in the file, before variables are replaced. */
export interface TargetEntry {
  readonly pointer: JsonPointer;
  /** Absent where the schema reports it. */
  readonly url?: string;
  readonly name?: string;
  readonly newest?: string;
  readonly service?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly insecure?: boolean;
  /** In seconds. */
  readonly timeout?: number;
}

/** The result of reading a targets file: everything that is wrong with its form, and the targets as far as they can be read. */
export interface TargetsReading {
  readonly entries: readonly TargetEntry[];
  readonly source: Source;
  /** The absolute path of the folder that the file is in. */
  readonly folder: string;
  readonly problems: readonly TextProblem[];
  readonly violations: readonly Violation[];
}

/** Reads a targets file, YAML or JSON. Throws a UsageError when it cannot be read. */
export function loadTargets(cwd: string, path: string): TargetsReading {
  const file = resolve(cwd, path);
  const { source, value, problems } = readDataFile(DISK, cwd, file, 'targets file');
  // A text that cannot be parsed has no value, and one that can be has one in spite of its problems.
  const isParsed = problems.length === 0 || value !== undefined;
  return {
    entries: readEntries(value),
    source,
    folder: dirname(file),
    problems,
    violations: isParsed ? violationsOfShipped('targets.schema.json', value) : [],
  };
}

/** Ignores everything that the schema would reject; nothing is guessed. */
function readEntries(value: unknown): readonly TargetEntry[] {
  const list = isJsonObject(value) ? member(value, 'targets') : undefined;
  return itemsIn(list).flatMap((entry, index) =>
    isJsonObject(entry) ? [readEntry(entry, childPointer('/targets', index))] : [],
  );
}

function readEntry(entry: JsonObject, pointer: JsonPointer): TargetEntry {
  const [timeout, insecure] = [member(entry, 'timeout'), member(entry, 'insecure')];
  const headers = member(entry, 'headers');
  return {
    pointer,
    ...texts(entry, ['url', 'name', 'newest', 'service', 'cacert', 'cert', 'key']),
    headers: Object.entries(isJsonObject(headers) ? headers : {}).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    ),
    ...(insecure === true ? { insecure } : {}),
    ...(typeof timeout === 'number' ? { timeout } : {}),
  };
}

/** Those of the properties that are strings. */
function texts<Key extends string>(
  object: JsonObject,
  keys: readonly Key[],
): { readonly [K in Key]?: string } {
  const found: { [K in Key]?: string } = {};
  for (const key of keys) {
    const value = member(object, key);
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}
