import type { JsonPointer } from '../json/json-pointer';

/** A point in a text. Lines and columns count from 1, offsets from 0, all in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A part of a text; `end` is the position after its last character. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

/** A part of a file. */
export interface FileRange extends TextRange {
  readonly file: string;
}

/** The part of a text that is one token. */
export interface TokenRange extends TextRange {
  /** For a token that YAML reads through an alias: where it is written, and the name of the anchor. The range is that of the alias. */
  readonly behind?: TextRange & { readonly anchor: string };
}

/**
 * Which token of a document is meant: the `value` at a pointer, its property name (`key`),
 * or the `opening` bracket of the object or array there (for something that is missing inside it).
 */
export type Token = 'value' | 'key' | 'opening';

/**
 * Where a finding points: a token of a JSON or YAML document, a span of offsets in any text,
 * or a file as a whole. `file` is the name of a source, as users see it.
 */
export type Place =
  | { readonly file: string; readonly pointer: JsonPointer; readonly token: Token }
  | {
      readonly file: string;
      readonly span: readonly [start: number, end: number];
      readonly pointer?: JsonPointer;
    }
  | { readonly file: string };

/** A string that identifies a place: two findings with the same key are about the same token. */
export function placeKey(place: Place): string {
  if ('span' in place) return `${place.file}\0${place.span[0]}`;
  if ('token' in place) return `${place.file}\0${place.token}\0${place.pointer}`;
  return place.file;
}
