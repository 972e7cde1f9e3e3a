import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaDialectKnown: Rule<'schema-problem'> = {
  id: 'schema-dialect-known',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'The dialect of each schema is known.',
  check: (problem) =>
    problem.kind === 'unknown-dialect'
      ? [{ at: problem.place, message: dialectMessage(problem.dialect) }]
      : [],
};

function dialectMessage(dialect: string): string {
  return /^(?:OpenAPI|Swagger) /.test(dialect)
    ? `schemas of ${dialect} are not JSON Schema: convert the document to OpenAPI 3.1`
    : `unknown dialect ${quote(dialect)}: use 2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"`;
}
