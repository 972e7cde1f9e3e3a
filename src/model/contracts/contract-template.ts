import type { Contract } from './contract';
import type { Place } from '../documents/place';

/** A contract of the manifest whose name has placeholders, with what became of it. */
export interface ContractTemplate {
  /** The name as the manifest writes it, such as `{name}`. */
  readonly name: string;
  readonly place: Place;
  /** The contracts whose schemas have no sample. */
  readonly withoutSample: readonly Contract[];
  /** The names of these schemas, as users see them. */
  readonly schemas: readonly string[];
}
