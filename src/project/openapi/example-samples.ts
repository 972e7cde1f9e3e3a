import type { Sample } from '../../model/contract';
import type { Document } from '../../model/document';
import { OPENAPI_ORIGIN, type EmbeddedExample, type OpenApiProblem } from '../../model/open-api';
import type { SchemaFile } from '../../model/schema-files';
import type { Source } from '../../model/source';
import { partOfDocument } from '../../text/part-of-document';
import { readStrictJson } from '../../text/json/strict-json';
import type { ClaimedExample } from './document-contracts';

/** Reads the documents that examples of a kind `external` name; undefined where there is no such file. */
export type ReadExternal = (path: string) => Document | undefined;

/** The examples of OpenAPI documents as samples: parts of the documents, or files of their own. */
export function samplesOf(
  examples: readonly ClaimedExample[],
  readExternal: ReadExternal,
): { readonly samples: readonly Sample[]; readonly problems: readonly OpenApiProblem[] } {
  const wholes = new Map<SchemaFile, Document>();
  const problems: OpenApiProblem[] = [];
  const samples = examples.flatMap(({ example, claims, alsoUsedBy }) => {
    const document = documentOf(example);
    if (document !== undefined) return [{ path: document.source.name, document, claims, alsoUsedBy }];
    if (example.kind === 'external')
      problems.push({ kind: 'no-file', reference: example.reference, place: example.place });
    return [];
  });
  return { samples, problems };

  function documentOf(example: EmbeddedExample): Document | undefined {
    switch (example.kind) {
      case 'value':
        return partOfDocument(wholeOf(example.file), example.pointer);
      case 'serialized': {
        const part = partOfDocument(wholeOf(example.file), example.pointer);
        return part === undefined ? undefined : serialized(part, example.text);
      }
      case 'external': {
        const document = readExternal(example.path);
        return document === undefined ? undefined : partOfDocument(document, example.pointer);
      }
    }
  }

  function wholeOf(file: SchemaFile): Document {
    const known = wholes.get(file);
    if (known !== undefined) return known;
    const { source, value, exact } = file;
    const whole: Document = {
      source,
      kind: 'sample',
      origin: OPENAPI_ORIGIN,
      value,
      ...(exact === undefined ? {} : { exact }),
      problems: [],
    };
    wholes.set(file, whole);
    return whole;
  }
}

/** A value that is written as text in a string. Everything in it is at the string. */
function serialized(part: Document, text: string): Document {
  const { value, exact } = readStrictJson(text, Number.MAX_SAFE_INTEGER);
  const { source } = part;
  const atString: Source = {
    ...source,
    locate: (places) => source.locate(places.map(({ file }) => ({ file, pointer: '', token: 'value' }))),
  };
  return { ...part, source: atString, value, ...(exact === undefined ? {} : { exact }) };
}
