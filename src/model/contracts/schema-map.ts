import { schemaKey, type SchemaRef } from './contract';

/** What is known of schemas, each together with how it is read. */
export interface SchemaMap<Value> {
  readonly get: (ref: SchemaRef) => Value | undefined;
  readonly set: (ref: SchemaRef, value: Value) => void;
}

/** Most questions are about the same object as before, and making a key of it for each takes longer than the answer. */
export function createSchemaMap<Value extends object>(): SchemaMap<Value> {
  const byKey = new Map<string, Value>();
  const byRef = new WeakMap<SchemaRef, Value>();
  return {
    get: (ref) => {
      const known = byRef.get(ref);
      if (known !== undefined) return known;
      const value = byKey.get(schemaKey(ref));
      if (value !== undefined) byRef.set(ref, value);
      return value;
    },
    set: (ref, value) => {
      byKey.set(schemaKey(ref), value);
      byRef.set(ref, value);
    },
  };
}
