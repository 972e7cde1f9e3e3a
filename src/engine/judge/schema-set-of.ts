import type { Project } from '../../model/project/project';
import type { FormatMode } from '../../schema/formats/formats';
import { createSchemaSet, type SchemaSet } from '../../schema/schema-set';

const sets: Readonly<Record<FormatMode, WeakMap<Project['schemas'], SchemaSet>>> = {
  asserted: new WeakMap(),
  annotated: new WeakMap(),
};

/** The compiled schemas of an open project. They are shared, so that a test file with many values compiles each schema once. */
export function schemaSetOf(
  { schemas, formats, unicodePatterns, keywords, limits }: Project,
  formatMode: FormatMode = 'asserted',
): SchemaSet {
  const { validationTime } = limits;
  const set =
    sets[formatMode].get(schemas) ??
    createSchemaSet(schemas, { formats, formatMode, unicodePatterns, keywords, validationTime });
  sets[formatMode].set(schemas, set);
  return set;
}
