import type { Place, TokenRange } from './place';

/** A text that findings point into: a sample, a schema, the manifest, the file of a fact, or a response body; or a part of a text. */
export interface Source {
  /** As users see it: a path relative to the working folder, `<stdin>` or a URL; of a part as `documentName` forms it. */
  readonly name: string;
  /** Of a part: the text of the whole file. Offsets always count from its start. */
  readonly text: string;
  /** The ranges of the tokens at these places, in the same order, found in one pass over the text. */
  readonly locate: (places: readonly Place[]) => readonly TokenRange[];
  /** Absent where the source is a whole file. */
  readonly part?: SourcePart;
  /** For a file in a commit: the commit, abbreviated, and the source that it would be on disk. */
  readonly committed?: { readonly commit: string; readonly source: Source };
}

/** Which part of which file a source is. */
interface SourcePart {
  readonly whole: Source;
  /** `#/examples/0/value`, `line 3`, `document 2` or `block 4`; of a part of a line, `line 3 #/value`. */
  readonly name: string;
  /** A larger source that this part is inside of, and how it names the places of the part. All parts inside of it are located in one pass. */
  readonly inside?: { readonly source: Source; readonly placeIn: (place: Place) => Place };
}

/** The name of the file that a source is, or is a part of. */
export function fileOf({ name, part }: Source): string {
  return part?.whole.name ?? name;
}

/** The name of a document: the file, or the file and the part, as in `fixtures.json#/account` and `events.ndjson (line 3)`. */
export function documentName({
  file,
  part,
}: {
  readonly file: string;
  readonly part?: string | undefined;
}): string {
  if (part === undefined) return file;
  return part.startsWith('#') ? `${file}${part}` : `${file} (${part})`;
}

/** The part of a source in findings and verdicts; nothing for a whole file. */
export function partOf({ part }: Source): { readonly part?: string } {
  return part === undefined ? {} : { part: part.name };
}

/** Whether a source of this name is a response, which is named by its URL. */
export function isResponseName(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Whether a source of this name is a file, and neither a response nor a text without a file, such as `<stdin>`. */
export function isFileName(name: string): boolean {
  return !isResponseName(name) && !/^<\w+>$/.test(name);
}
