import type { SchemaProblem } from '../model/schemas/schema-problem';
import { isUrl } from '../schema/dialects/schema-uri';

/** Whether a schema is missing only because it would have to be downloaded: a URL, and nothing on the disk that may be meant. */
export function isRemoteSchema(
  problem: SchemaProblem,
): problem is Extract<SchemaProblem, { kind: 'remote-reference' }> {
  return problem.kind === 'remote-reference' && problem.nearest === undefined && isUrl(problem.reference);
}
