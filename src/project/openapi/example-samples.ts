import type { Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import {
  OPENAPI_ORIGIN,
  type EmbeddedExample,
  type ExternalExample,
  type OpenApiProblem,
} from '../../model/project/open-api';
import type { SchemaFile } from '../../model/project/schema-files';
import type { Place } from '../../model/documents/place';
import type { Source } from '../../model/documents/source';
import { nearestPointer } from '../../schema/link/resolve-reference';
import { partOfDocument } from '../../text/part-of-document';
import { readStrictJson } from '../../text/json/strict-json';
import type { ClaimedExample } from './document-contracts';
import type { ExampleFiles } from './example-files';

/** The examples of OpenAPI documents as samples: parts of the documents, or files of their own. */
export function samplesOf(
  examples: readonly ClaimedExample[],
  files: ExampleFiles,
): { readonly samples: readonly Sample[]; readonly problems: readonly OpenApiProblem[] } {
  const wholes = new Map<SchemaFile, Document>();
  const problems: OpenApiProblem[] = [];
  const samples = examples.flatMap(({ example, claims }) => {
    const document = documentOf(example);
    if (document !== undefined) return [{ path: document.source.name, document, claims }];
    if (example.kind === 'external') problems.push(files.problem(example) ?? withoutPart(example));
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
        const document = files.read(example);
        // A file that is not JSON is reported as such.
        if (document === undefined || document.value === undefined) return document;
        return partOfDocument(document, example.pointer);
      }
    }
  }

  /** A file without what its pointer should lead to. */
  function withoutPart(example: ExternalExample): OpenApiProblem {
    const { reference, place, pointer } = example;
    const meant = nearestPointer(files.read(example)?.value, '', pointer);
    const like = meant === undefined ? {} : { nearest: `${reference.split('#')[0]}#${meant}` };
    return { kind: 'no-file', reference, ...like, place };
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
  const inside = source.part?.inside;
  const placed: Source = {
    ...source,
    locate: (places) => source.locate(places.map(atString)),
    ...(source.part === undefined || inside === undefined
      ? {}
      : {
          part: {
            ...source.part,
            inside: { source: inside.source, placeIn: (place) => inside.placeIn(atString(place)) },
          },
        }),
  };
  return { ...part, source: placed, value, ...(exact === undefined ? {} : { exact }) };
}

function atString({ file }: Place): Place {
  return { file, pointer: '', token: 'value' };
}
