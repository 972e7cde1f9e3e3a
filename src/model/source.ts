import type { Place, TokenRange } from './place';

/** A text that findings point into: a sample, a schema, the manifest, the file of a fact, or a response body. */
export interface Source {
  /** As users see it: a path relative to the working folder, `<stdin>` or a URL. */
  readonly name: string;
  readonly text: string;
  /** The ranges of the tokens at these places, in the same order, found in one pass over the text. */
  readonly locate: (places: readonly Place[]) => readonly TokenRange[];
}
