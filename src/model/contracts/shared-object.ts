import type { Contract, SchemaRef } from './contract';
import type { Document } from '../documents/document';
import type { JsonPointer } from '../json/json-pointer';
import type { JsonObject } from '../json/json-value';
import type { Microversion } from '../versions/microversion';
import type { Place } from '../documents/place';

/** An object in a sample, with the schema of the sample. */
export interface ObjectInstance {
  readonly document: Document;
  readonly schema: SchemaRef;
  /** The microversion at which the sample was recorded; undefined in a project without microversions. */
  readonly microversion?: Microversion;
  readonly pointer: JsonPointer;
  readonly value: JsonObject;
}

/** An object that the schema of a contract describes, with its instances in the contract's samples. */
export interface ObjectUse {
  readonly contract: Contract;
  /** The start of the description. */
  readonly place: Place;
  /** The reference that leads to the description from the contract's own schema, if there is one. */
  readonly reference?: Place;
  /** At least one. */
  readonly instances: readonly ObjectInstance[];
}

/**
 * An array whose items have the same description as an object of other contracts (the same schema or a copy of it), but fewer
 * properties in the samples.
 */
export interface SharedObject {
  /** What its descriptions have in common: only descriptions with the same form are compared. Asked for only where a run is kept. */
  readonly form: () => string;
  readonly listed: ObjectUse;
  readonly others: readonly ObjectUse[];
  /** The properties that the schema allows and that no item of the array has, each with its place in the description. */
  readonly keys: ReadonlyMap<string, Place>;
}
