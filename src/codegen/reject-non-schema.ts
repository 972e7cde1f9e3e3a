import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { DEFAULT_LIMITS } from '../model/limits';
import type { SchemaFiles } from '../model/schema-files';
import { UsageError } from '../model/usage-error';
import { createSchemaSet } from '../schema/schema-set';

const MOST_CHARACTERS = 60;

/**
 * Creates a function that throws a UsageError for a value that is not a schema in its dialect, with the wrong value. Otherwise a
 * misspelled `type` would be read as a type that allows nothing. Other problems do not affect types, or are found while a schema is read.
 */
export function createNonSchemaRejecter(files: SchemaFiles): (ref: SchemaRef) => void {
  // Formats and patterns do not affect types.
  const set = createSchemaSet(files, {
    formats: {},
    unicodePatterns: true,
    validationTime: DEFAULT_LIMITS.validationTime,
  });
  return (ref) => {
    for (const problem of set.problems(ref)) {
      if (problem.kind !== 'invalid-keyword' || !problem.isFatal) continue;
      const { place, actual } = problem;
      const pointer = ('pointer' in place ? place.pointer : undefined) ?? '';
      throw new UsageError(
        `${formatSchemaRef({ file: place.file, pointer })}: not a schema: ${shown(actual)} is not allowed here: run \`samplegate check\` for the reason`,
      );
    }
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  // A lone surrogate at the end would be printed as another character.
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
