import { posix } from 'node:path';

import type { Contract } from '../model/contract';
import { isJsonArray, isJsonObject } from '../model/json-value';
import { schemaFileName, type SchemaFiles } from '../model/schema-files';

/**
 * The names of the schema files that contracts name, and of the files that they refer to by path. It reads `$ref`s as text, because schemas are
 * linked only after samples are known.
 */
export function schemasInUse(contracts: readonly Contract[], schemas: SchemaFiles): ReadonlySet<string> {
  const used = new Set(contracts.flatMap(({ versions }) => versions.map(({ schema }) => schema.file)));
  // A set gives the items that are added during the loop, too.
  for (const file of used) {
    const folder = schemas.refBase ?? posix.dirname(file);
    for (const reference of referencesIn(schemas.get(file)?.value)) {
      const [path = ''] = reference.split('#');
      const target = posix.join(folder, path);
      if (path !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(path) && schemas.get(target) !== undefined)
        used.add(target);
    }
  }
  return new Set([...used].map((file) => schemaFileName(schemas, file)));
}

function referencesIn(schema: unknown): readonly string[] {
  const found: string[] = [];
  // An alias of YAML is the same object each time.
  const left = new Set([schema]);
  for (const value of left) {
    if (isJsonArray(value)) for (const item of value) left.add(item);
    else if (isJsonObject(value)) {
      if (typeof value['$ref'] === 'string') found.push(value['$ref']);
      for (const item of Object.values(value)) left.add(item);
    }
  }
  return found;
}
