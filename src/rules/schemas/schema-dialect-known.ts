import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaDialectKnown: Rule<'schema-problem'> = {
  id: 'schema-dialect-known',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'The dialect of each schema is known.',
  check: (problem) =>
    problem.kind === 'unknown-dialect' ? [{ at: problem.place, message: dialectMessage(problem) }] : [],
};

const KNOWN =
  '2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"';

function dialectMessage({
  dialect,
  root,
  metaSchema,
  vocabulary,
  missing,
  nearest,
  nearestIn,
}: Extract<SchemaProblem, { kind: 'unknown-dialect' }>): string {
  if (/^(?:OpenAPI|Swagger) /.test(dialect))
    return `${dialect} is not supported: convert the document to OpenAPI 3.1`;
  const what = `unknown dialect ${quote(dialect)}`;
  if (vocabulary !== undefined)
    return `${what}: ${metaSchema} requires the vocabulary ${quote(vocabulary)}, which Samplegate does not know`;
  if (metaSchema !== undefined)
    return `${what}: the "$schema" of ${metaSchema} must be 2020-12, 2019-09, draft-07, draft-06 or draft-04`;
  if (missing !== undefined) return `${what}: \`references:\` maps it to ${missing}, which does not exist`;
  if (nearest !== undefined) return `${what}: did you mean ${quote(nearest)}, the "$id" of ${nearestIn}?`;
  return /^https?:\/\/json-schema\.org\//.test(dialect)
    ? `${what}: use ${KNOWN}`
    : `${what}: add its meta-schema to ${root === '.' ? 'the schema root' : root}, or use ${KNOWN}`;
}
