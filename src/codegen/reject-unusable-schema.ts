import { clipEnd } from '../model/clip-text';
import { formatSchemaRef, type SchemaRef } from '../model/contracts/contract';
import { DEFAULT_LIMITS } from '../model/project/limits';
import type { SchemaFiles } from '../model/project/schema-files';
import type { SchemaProblem } from '../model/schemas/schema-problem';
import { UsageError } from '../model/usage-error';
import { isFatal } from '../schema/inspect/find-problems';
import { createSchemaSet } from '../schema/schema-set';

/** In characters of JSON. */
const LONGEST_VALUE = 61;

/**
 * Creates a function that throws a UsageError for a schema that `samplegate check` does not use. Otherwise a misspelled `type` would be read
 * as a type that allows nothing, and a Swagger document as JSON Schema.
 */
export function createSchemaRejecter(files: SchemaFiles): (ref: SchemaRef) => void {
  const set = createSchemaSet(files, {
    formats: {},
    unicodePatterns: true,
    validationTime: DEFAULT_LIMITS.validationTime,
  });
  return (ref) => {
    for (const problem of set.problems(ref)) {
      const reason = reasonOf(problem);
      if (reason === undefined) continue;
      const { file, ...place } = problem.place;
      const pointer = ('pointer' in place ? place.pointer : undefined) ?? '';
      throw new UsageError(
        `${formatSchemaRef({ file, pointer })}: ${reason}: run \`samplegate check\` for the reason`,
      );
    }
  };
}

/** Why no type is generated; undefined where a problem does not affect types, or is found while the schema is read. */
function reasonOf(problem: SchemaProblem): string | undefined {
  if (problem.kind === 'not-json') return problem.message;
  if (!isFatal(problem)) return undefined;
  switch (problem.kind) {
    case 'invalid-keyword':
      return `not a schema: ${clipEnd(JSON.stringify(problem.actual), LONGEST_VALUE)} is not allowed here`;
    case 'unknown-dialect':
      return `${problem.dialect} is not a supported dialect`;
    case 'dangling-reference':
      return `the reference \`${problem.reference}\` has no target`;
    case 'remote-reference':
      return `the reference \`${problem.reference}\` is outside ${problem.root}, and nothing is fetched`;
    case 'circular-reference':
      return 'the schema refers to itself for the same value';
    default:
      return 'the schema cannot be used';
  }
}
