import type { Document } from '../model/documents/document';
import type { Limits } from '../model/project/limits';
import type { TextProblem } from '../model/documents/text-problem';
import { findSpansOf } from './json/json-source';
import { asStrictJson, type JsonLeniency } from './json/lenient-json';
import { readStrictJson, type JsonReading } from './json/strict-json';
import { createSource } from './text-source';

/** What a document is called, and where it comes from. */
export interface DocumentIdentity extends Pick<Document, 'kind' | 'origin'> {
  /** As findings name it: a path, `<stdin>` or a URL. */
  readonly name: string;
}

/** How a text is parsed. */
export interface ParseOptions extends Pick<Limits, 'depth'> {
  /** Default: JSON as its specification says. */
  readonly json?: JsonLeniency;
}

/** Parses a text that is already in memory into a document; `problems` were found while reading it. */
export function parseDocument(
  { name, kind, origin }: DocumentIdentity,
  text: string,
  { depth, json }: ParseOptions,
  problems: readonly TextProblem[] = [],
): Document {
  // A text that could not be read or decoded is not parsed; one that merely starts with a byte order mark is.
  const isReadable = problems.every((problem) => problem.kind === 'byte-order-mark');
  const strict = json === undefined || !isReadable ? text : asStrictJson(text, json);
  const reading: JsonReading = isReadable
    ? readStrictJson(strict, depth)
    : { value: undefined, problems: [] };
  return {
    source: createSource(name, text, findSpansOf(strict, text)),
    kind,
    origin,
    value: reading.value,
    ...(reading.exact === undefined ? {} : { exact: reading.exact }),
    problems: problems.length === 0 ? reading.problems : [...problems, ...reading.problems],
  };
}
