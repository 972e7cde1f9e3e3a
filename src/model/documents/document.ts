import type { Source } from './source';
import type { TextProblem } from './text-problem';

/** Where a document comes from. This decides which laws apply and what it is compared with. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KINDS = ['sample', 'response', 'stdin', 'value'] as const;

/** A JSON body: a sample read from a file, a response fetched from a live service, or a value in memory. */
export interface Document {
  readonly source: Source;
  readonly kind: DocumentKind;
  /** The sample tree, or one target: only documents of the same origin are compared. */
  readonly origin: string;
  /** The parsed value; undefined when the text is not JSON (`problems` then says why). */
  readonly value: unknown;
  /** The value with an ExactNumber for each number that JavaScript would round; absent where there is no such number. */
  readonly exact?: unknown;
  readonly problems: readonly TextProblem[];
  /** What an earlier run found out about the same text, so that it need not be parsed for that. Absent: nothing is known. */
  readonly known?: KnownDocument;
}

/** What is known of a document without its value. */
export interface KnownDocument {
  readonly isParsed: boolean;
  readonly looksLikeVersions: boolean;
}

/** Whether a document has a value. */
export function isParsed(document: Pick<Document, 'known' | 'value'>): boolean {
  return document.known?.isParsed ?? document.value !== undefined;
}

/** Whether a document has a value, and JSON has a form for all of it. */
export function isWhole({ value, problems }: Pick<Document, 'value' | 'problems'>): boolean {
  return value !== undefined && problems.every(({ kind }) => kind !== 'not-json');
}

/** The value of a document or a schema file without rounded numbers, for comparisons. */
export function exactValueOf({ value, exact }: Pick<Document, 'value' | 'exact'>): unknown {
  return exact ?? value;
}
