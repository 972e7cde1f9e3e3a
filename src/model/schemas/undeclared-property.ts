import type { JsonPointer } from '../json/json-pointer';

/** A property that no schema declares. */
export interface UndeclaredProperty {
  readonly pointer: JsonPointer;
  readonly name: string;
  /** Whether the schema says in so many words that there may be further properties, and not only by saying nothing. */
  readonly isAllowed: boolean;
  /** The absent one that it is probably meant to be. */
  readonly meant?: string;
}
