import type { SchemaRef } from '../model/contract';

/** A root type that is wanted, and the schema that it describes. */
export interface TypeRequest {
  readonly name: string;
  readonly schema: SchemaRef;
}
