import type { JsonPointer } from './json-pointer';

/** A property that no schema declares, with the absent one that it is probably meant to be. */
export interface MisspeltProperty {
  readonly pointer: JsonPointer;
  readonly name: string;
  readonly meant: string;
}
