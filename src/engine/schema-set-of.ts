import type { Project } from '../model/project';
import { createSchemaSet, type SchemaSet } from '../schema/schema-set';

const sets = new WeakMap<Project['schemas'], SchemaSet>();

/** The compiled schemas of an open project: a test file that holds many values to its contracts compiles each schema once. */
export function schemaSetOf({ schemas, formats, unicodePatterns, limits }: Project): SchemaSet {
  const set =
    sets.get(schemas) ??
    createSchemaSet(schemas, { formats, unicodePatterns, validationTime: limits.validationTime });
  sets.set(schemas, set);
  return set;
}
