import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { isRemoteSchema } from '../../openapi/is-remote-schema';
import { isMisread } from '../../schema/inspect/find-problems';

/** The shortest format that is surely a misspelling of a similar one: `urn` is not `uri`. */
const SHORTEST_FORMAT = 5;

/** Formats that differ in a number are not misspelt: `uint128` is not `uint16`. */
function isMisspelt(format: string, nearest: string | undefined): boolean {
  return (
    nearest !== undefined &&
    format.length >= SHORTEST_FORMAT &&
    withoutNumbers(format) !== withoutNumbers(nearest)
  );
}

function withoutNumbers(name: string): string {
  return name.replaceAll(/\d+/g, '');
}

/**
 * Whether a problem in a schema of an OpenAPI document is reported. Such a document is often generated or belongs to another team, so only what
 * matters for its examples counts: what leaves them unchecked, and what the schema was meant to assert but does not.
 */
export function concernsExamples(problem: SchemaProblem): boolean {
  switch (problem.kind) {
    case 'invalid-keyword':
      return problem.isFatal || isMisread(problem);
    case 'unknown-keyword':
      return problem.knownTo.length > 0 || problem.nearest !== undefined;
    case 'unknown-format':
      return isMisspelt(problem.format, problem.nearest);
    case 'remote-reference':
      // Counted as not checked.
      return !isRemoteSchema(problem);
    case 'accepts-everything':
    case 'needless-escapes':
    case 'raw-space':
    case 'renamed-keyword':
    case 'rounded-number':
    case 'refused-by-meta-schema':
      return false;
    case 'byte-order-mark':
    case 'circular-reference':
    case 'dangling-reference':
    case 'does-not-compile':
    case 'empty-enum':
    case 'ignored-keywords':
    case 'impossible-object':
    case 'malformed-pattern':
    case 'misplaced-keyword':
    case 'missing':
    case 'not-json':
    case 'nullable-without-type':
    case 'repeated-name':
    case 'repeated-property':
    case 'unknown-dialect':
    case 'unreadable':
      return true;
  }
}
