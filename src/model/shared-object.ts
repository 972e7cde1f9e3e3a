import type { Contract, SchemaRef } from './contract';
import type { Document } from './document';
import type { JsonPointer } from './json-pointer';
import type { JsonObject } from './json-value';
import type { Microversion } from './microversion';
import type { Place } from './place';

/** An object of a sample, with the schema that the sample is held to. */
export interface ObjectInstance {
  readonly document: Document;
  readonly schema: SchemaRef;
  /** What the sample was recorded at; undefined in a project without microversions. */
  readonly microversion?: Microversion;
  readonly pointer: JsonPointer;
  readonly value: JsonObject;
}

/** What the samples of one contract have of an object that its schema describes. */
export interface ObjectUse {
  readonly contract: Contract;
  /** Where the description begins. */
  readonly place: Place;
  /** The reference that leads there from the contract's own schema, where there is one. */
  readonly reference?: Place;
  /** At least one. */
  readonly instances: readonly ObjectInstance[];
}

/** A list whose items are described as an object of other contracts is, by the same schema or by a copy of it, and have less. */
export interface SharedObject {
  readonly listed: ObjectUse;
  readonly others: readonly ObjectUse[];
  /** The keys that an answer may have and no item of the list has, each with its place in the description. */
  readonly keys: ReadonlyMap<string, Place>;
}
