import type { Contract } from '../../model/contracts/contract';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import { schemaFileName, type SchemaFiles } from '../../model/project/schema-files';
import { DEFAULT_DIALECT } from '../../schema/dialects/dialect';
import { resolveReference } from '../../schema/link/resolve-reference';
import { createSchemaLibrary } from '../../schema/link/schema-library';

/**
 * The names of the schema files that contracts name, and of the files that they refer to: by path, by `$id` or by a URL, also their
 * meta-schemas. It follows every reference in a file, because schemas are linked only after samples are known.
 */
export function schemasInUse(contracts: readonly Contract[], schemas: SchemaFiles): ReadonlySet<string> {
  const library = createSchemaLibrary(schemas);
  const used = new Set(contracts.flatMap(({ versions }) => versions.map(({ schema }) => schema.file)));
  // A set gives the items that are added during the loop, too.
  for (const name of used) {
    const file = schemas.get(name);
    if (file?.value === undefined) continue;
    for (const { reference, pointer } of referencesIn(file.value)) {
      const target = resolveReference(reference, library.resourceAt(file, pointer, DEFAULT_DIALECT), library);
      if (target.kind === 'found') used.add(target.file.file);
    }
  }
  return new Set([...used].map((file) => schemaFileName(schemas, file)));
}

interface Reference {
  readonly reference: string;
  /** Where the schema that contains it is in its file. */
  readonly pointer: JsonPointer;
}

const REFERRING: ReadonlySet<unknown> = new Set(['$ref', '$dynamicRef', '$recursiveRef', '$schema']);

function referencesIn(schema: unknown): readonly Reference[] {
  const found: Reference[] = [];
  // An alias of YAML is the same object each time.
  const left = new Map<unknown, JsonPointer>([[schema, '']]);
  for (const [value, pointer] of left) {
    const children = isJsonArray(value)
      ? [...value.entries()]
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [step, child] of children) {
      if (typeof child === 'string' && REFERRING.has(step)) found.push({ reference: child, pointer });
      else if (typeof child === 'object' && !left.has(child)) left.set(child, childPointer(pointer, step));
    }
  }
  return found;
}
