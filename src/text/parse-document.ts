import type { Document } from '../model/document';
import type { Limits } from '../model/limits';
import type { TextProblem } from '../model/text-problem';
import { createJsonSource } from './json/json-source';
import { readStrictJson, type JsonReading } from './json/strict-json';

/** What a document is called, and where it comes from. */
export interface DocumentIdentity extends Pick<Document, 'kind' | 'origin'> {
  /** As findings name it: a path, `<stdin>` or a URL. */
  readonly name: string;
}

/** Parses a text that is already in memory into a document; `problems` were found while reading it. */
export function parseDocument(
  { name, kind, origin }: DocumentIdentity,
  text: string,
  { depth }: Pick<Limits, 'depth'>,
  problems: readonly TextProblem[] = [],
): Document {
  // A text that could not be read or decoded is not parsed; one that merely starts with a byte order mark is.
  const isReadable = problems.every((problem) => problem.kind === 'byte-order-mark');
  const reading: JsonReading = isReadable ? readStrictJson(text, depth) : { value: undefined, problems: [] };
  return {
    source: createJsonSource(name, text),
    kind,
    origin,
    value: reading.value,
    ...(reading.exact === undefined ? {} : { exact: reading.exact }),
    problems: [...problems, ...reading.problems],
  };
}
