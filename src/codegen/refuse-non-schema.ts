import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { DEFAULT_LIMITS } from '../model/limits';
import type { SchemaFiles } from '../model/schema-files';
import { UsageError } from '../model/usage-error';
import { createSchemaSet } from '../schema/schema-set';

const MOST_CHARACTERS = 60;

/**
 * Refuses what is no schema by the rules of its dialect, with a UsageError that names the value: a misspelt `type` would
 * pass for one that allows nothing. Other problems either have no part in a type or are met while it is read.
 */
export function createNonSchemaRefusal(files: SchemaFiles): (ref: SchemaRef) => void {
  // Formats and patterns have no part in a type.
  const set = createSchemaSet(files, {
    formats: {},
    unicodePatterns: true,
    validationTime: DEFAULT_LIMITS.validationTime,
  });
  return (ref) => {
    for (const problem of set.problems(ref)) {
      if (problem.kind !== 'not-a-schema') continue;
      const { place, violation } = problem;
      const pointer = ('pointer' in place ? place.pointer : undefined) ?? '';
      throw new UsageError(
        `${formatSchemaRef({ file: place.file, pointer })}: not a schema: ${shown(violation.actual)} cannot stand there: run \`samplegate check\` to see why`,
      );
    }
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  // Half a surrogate pair at the cut would show as something else.
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
