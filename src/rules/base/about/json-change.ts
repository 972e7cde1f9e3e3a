import { childPointer, type JsonPointer } from '../../../model/json/json-pointer';
import { isJsonArray, isJsonObject, jsonTypeOf, member } from '../../../model/json/json-value';
import type { Token } from '../../../model/documents/place';
import { isSameJson } from '../../../model/json/same-json';
import { quote } from '../../../wording/quote';
import { typeWord } from '../../../wording/value-word';

/** The first difference between two JSON values. */
export interface JsonChange {
  /** Whether other properties or types are there, or only other values or more items. */
  readonly kind: 'shape' | 'values';
  /** The token now, and its pointer. */
  readonly pointer: JsonPointer;
  readonly token: Token;
  /** The pointer to the token in the base, where there is one. */
  readonly before: JsonPointer;
  /** What happened, for messages. */
  readonly words: string;
}

/** Compares a value with what it was. A difference in shape is more than one in values, and else the first counts. Undefined: they are equal. */
export function jsonChange(before: unknown, now: unknown, pointer: JsonPointer = ''): JsonChange | undefined {
  const here = { pointer, before: pointer, token: 'value' } as const;
  if (jsonTypeOf(before) !== jsonTypeOf(now))
    return {
      ...here,
      kind: 'shape',
      words: `expected ${typeWord(before)} as in the base, got ${typeWord(now)}`,
    };
  if (isJsonObject(before) && isJsonObject(now)) return changeInObject(before, now, pointer);
  if (isJsonArray(before) && isJsonArray(now)) {
    const inItems = worst(now.map((item, index) => itemChange(before, item, index, pointer)));
    if (inItems !== undefined || before.length === now.length) return inItems;
    return { ...here, kind: 'values', words: `${before.length} items became ${now.length}` };
  }
  return isSameJson(before, now)
    ? undefined
    : { ...here, kind: 'values', words: `${quote(before)} became ${quote(now)}` };
}

function changeInObject(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  pointer: JsonPointer,
): JsonChange | undefined {
  const added = Object.keys(now).find((key) => !Object.hasOwn(before, key));
  if (added !== undefined)
    return {
      kind: 'shape',
      pointer: childPointer(pointer, added),
      token: 'key',
      before: pointer,
      words: `the property ${quote(added)} is new`,
    };
  const removed = Object.keys(before).find((key) => !Object.hasOwn(now, key));
  if (removed !== undefined)
    return {
      kind: 'shape',
      pointer,
      token: 'opening',
      before: childPointer(pointer, removed),
      words: `the property ${quote(removed)} is gone`,
    };
  return worst(
    Object.keys(now).map((key) =>
      jsonChange(member(before, key), member(now, key), childPointer(pointer, key)),
    ),
  );
}

function itemChange(
  before: readonly unknown[],
  item: unknown,
  index: number,
  pointer: JsonPointer,
): JsonChange | undefined {
  return index < before.length ? jsonChange(before[index], item, childPointer(pointer, index)) : undefined;
}

function worst(changes: readonly (JsonChange | undefined)[]): JsonChange | undefined {
  const found = changes.filter((each) => each !== undefined);
  return found.find(({ kind }) => kind === 'shape') ?? found[0];
}
