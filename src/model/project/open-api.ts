import type { SchemaRef } from '../contracts/contract';
import type { Document } from '../documents/document';
import { uniqueBy } from '../group-by';
import type { JsonPointer } from '../json/json-pointer';
import { placeKey, type Place } from '../documents/place';
import type { SchemaFile } from './schema-files';
import type { SchemaProblem } from '../schemas/schema-problem';

/** The name of the contract of the items of a sequence (`listEvents.200.item`); `contract`: that of all of them. */
export function contractOfItem(contract: string): string {
  return `${contract}.item`;
}

/**
 * A body, parameter or header of an operation in an OpenAPI document, in one media type: what one contract is about. `contract` is its name
 * (`getServer.200`, `createServer.request`, `listServers.query.limit`).
 */
export interface OperationPart {
  readonly contract: string;
  /** What it is, for people: `GET /servers/{id} → 200`. */
  readonly label: string;
  /** Its place in the document: the media type, the parameter or the header. */
  readonly place: Place;
  /** Absent where the document has none. */
  readonly schema?: SchemaRef;
  readonly examples: readonly EmbeddedExample[];
  /** How many of its examples cannot be checked, for each kind, such as `XML`; absent if all can be. */
  readonly notJudged?: readonly { readonly what: string; readonly count: number }[];
  /** The files of such examples, which must exist all the same; absent where there are none. */
  readonly files?: readonly ExternalExample[];
}

/** The origin of documents that are examples of OpenAPI documents: those of one service need not agree with its samples. */
export const OPENAPI_ORIGIN = 'openapi';

/** An example of an OpenAPI document, where it is written. */
export type EmbeddedExample = ValueExample | SerializedExample | ExternalExample;

interface MarkedExample {
  /** The `x-expect: invalid` of an example that is wrong on purpose. */
  readonly expectInvalid?: Place;
}

/** A value of the document. */
interface ValueExample extends MarkedExample {
  readonly kind: 'value';
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
}

/** A string of the document that contains the value as it is sent; `text` is the value as JSON. */
export interface SerializedExample extends MarkedExample {
  readonly kind: 'serialized';
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly text: string;
}

/** A file of its own, or a part of one; `path` is relative to the root of the schema files. */
export interface ExternalExample extends MarkedExample {
  readonly kind: 'external';
  readonly path: string;
  readonly pointer: JsonPointer;
  /** As the document writes it. */
  readonly reference: string;
  /** The reference to it. */
  readonly place: Place;
}

/** What an operation of an OpenAPI document is known by. */
export interface OperationName {
  /** `GET /servers/{id}` */
  readonly label: string;
  readonly id?: string;
  readonly path: string;
  readonly tags: readonly string[];
  /** The operation that it is a callback of. */
  readonly callbackOf?: OperationName;
}

/** An operation of an OpenAPI document. */
export interface Operation extends OperationName {
  readonly place: Place;
  readonly parts: readonly OperationPart[];
  /** Those in what it consists of; a component that several operations use has the same ones in each. */
  readonly problems: readonly OpenApiProblem[];
}

/** Whether an operation has an example, of a request or response or of something in them, even one that cannot be checked. */
export function hasExample({ parts }: Pick<Operation, 'parts'>): boolean {
  return parts.some(({ examples, notJudged }) => examples.length > 0 || notJudged !== undefined);
}

/** What is wrong with the examples of an OpenAPI document, or with its structure, so that something cannot be checked. */
export type OpenApiProblem =
  /** Something has another form than the specification says; `expected` is what it should be. */
  | {
      readonly kind: 'wrong-form';
      readonly expected: string;
      readonly actual: unknown;
      /** What to write instead, where that is known. */
      readonly remedy?: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'dangling';
      readonly reference: string;
      readonly nearest?: string;
      /** Whether it stands for an example. */
      readonly isExample: boolean;
      /** It leads out of the folders that may be read. */
      readonly isOutside?: true;
      readonly isFolder?: true;
      readonly place: Place;
    }
  | { readonly kind: 'circular'; readonly reference: string; readonly place: Place }
  /** A reference to a file that cannot be read. */
  | { readonly kind: 'unreadable'; readonly problem: SchemaProblem; readonly place: Place }
  /** An Example Object with several values, of which the first counts. */
  | { readonly kind: 'several-values'; readonly names: readonly string[]; readonly place: Place }
  /** An Example Object without a value, although it has other properties. */
  | { readonly kind: 'no-value'; readonly place: Place }
  | { readonly kind: 'example-and-examples'; readonly first: Place; readonly place: Place }
  /** There is no file at the path of an example, or nothing at the pointer in it; or it is not a file that may be read, and why. */
  | {
      readonly kind: 'no-file';
      readonly reference: string;
      readonly nearest?: string;
      readonly why?: 'outside' | 'folder';
      readonly place: Place;
    }
  | { readonly kind: 'no-schema'; readonly label: string; readonly place: Place }
  /** Remote references and files are never fetched. */
  | { readonly kind: 'remote'; readonly reference: string; readonly place: Place };

/** An OpenAPI document as far as it matters for contracts. */
export interface OpenApiDocument {
  readonly file: SchemaFile;
  /** `2.0`, `3.0.3` */
  readonly version: string;
  readonly operations: readonly Operation[];
  /** What the components have that no operation refers to. Their examples are checked, too; they are no contracts. */
  readonly unused: readonly OperationPart[];
  /** Those outside of operations. */
  readonly problems: readonly OpenApiProblem[];
}

/** Every problem of documents once; a manifest may use parts of one document in several entries. */
export function problemsOf(
  documents: readonly Pick<OpenApiDocument, 'problems' | 'operations'>[],
): readonly OpenApiProblem[] {
  const all = documents.flatMap(({ problems, operations }) => [
    ...problems,
    ...operations.flatMap((operation) => operation.problems),
  ]);
  return uniqueBy(all, ({ kind, place }) => `${kind} ${placeKey(place)}`);
}

/** Everything in a document that has a schema and may have examples. */
export function partsOf({
  operations,
  unused,
}: Pick<OpenApiDocument, 'operations' | 'unused'>): readonly OperationPart[] {
  return [...operations.flatMap(({ parts }) => parts), ...unused];
}

/** A value in a schema that shows what the schema allows: its `example`, one of its `examples`, or its `default`. */
export interface SchemaExample {
  readonly document: Document;
  readonly schema: SchemaRef;
}
