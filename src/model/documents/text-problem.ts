import type { JsonPointer } from '../json/json-pointer';

/** What is wrong with a file as text, regardless of what its content means. `span` is in UTF-16 code units of the text. */
export type TextProblem =
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-utf-8'; readonly byteOffset: number; readonly span: Span }
  | { readonly kind: 'utf-16'; readonly span: Span }
  | { readonly kind: 'byte-order-mark'; readonly span: Span }
  | { readonly kind: 'malformed'; readonly message: string; readonly span: Span }
  /** A value of YAML that JSON has no form for. The rest of the document is read. */
  | {
      readonly kind: 'not-json';
      readonly message: string;
      readonly pointer: JsonPointer;
      readonly span: Span;
    }
  | { readonly kind: 'too-deep'; readonly limit: number; readonly span: Span }
  | {
      readonly kind: 'duplicate-key';
      readonly key: string;
      readonly pointer: JsonPointer;
      readonly span: Span;
      readonly first: Span;
      /** Whether it has the same value as the one before. */
      readonly isSame: boolean;
    }
  | {
      readonly kind: 'inexact-number';
      readonly literal: string;
      readonly read: string;
      readonly pointer: JsonPointer;
      readonly span: Span;
    }
  | {
      readonly kind: 'lone-surrogate';
      readonly escape: string;
      readonly pointer: JsonPointer;
      readonly span: Span;
    };

export type TextProblemKind = TextProblem['kind'];

export type Span = readonly [start: number, end: number];
