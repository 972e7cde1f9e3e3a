import type { OpenApiDocument, OpenApiProblem } from '../../model/project/open-api';
import type { Project } from '../../model/project/project';
import { exampleHasSchema } from '../openapi/example-has-schema';
import { exampleResolves } from '../openapi/example-resolves';
import { openapiReadable } from '../openapi/openapi-readable';
import { reportsAlone, type Report, type Rule } from '../rule';

export const projectHasDocuments: Rule<'project'> = {
  id: 'project-has-documents',
  subject: 'project',
  severity: 'error',
  summary: 'A run checks at least one document.',
  check: ({ manifest, samples, contracts, facts, unmatched, openApi }) =>
    // A manifest with only facts may have them all in the code. Where the files lack the parts that are samples, that is reported.
    samples.length > 0 ||
    unmatched.some(({ without }) => without !== undefined) ||
    (contracts.length === 0 && facts.length > 0)
      ? []
      : openApi.documents.length > 0
        ? openApi.documents
            .filter(({ file }) => file.problem === undefined)
            .map((document) => withoutExample(document, openApi))
        : [
            {
              at: { file: manifest.name },
              message:
                'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
            },
          ],
};

/** A gate that checks nothing must not be green. An example that cannot be read or has no schema is the reason, so it is one finding with that. */
function withoutExample(
  { file, operations }: OpenApiDocument,
  { documents, problems }: Project['openApi'],
): Report {
  const { name } = file.source;
  const own = documents.length === 1 ? problems : problems.filter(({ place }) => place.file === name);
  const [cause] = own.flatMap(reportsOf);
  return {
    at: cause?.at ?? { file: name },
    ...(cause === undefined ? {} : { cause }),
    message:
      operations.length === 0
        ? 'nothing was checked, because the document has no operations: add them under `paths:`'
        : `nothing was checked, because ${operations.length === 1 ? 'the operation has no example' : `none of ${operations.length} operations has an example`} that is JSON: add \`example:\` next to a \`schema:\``,
  };
}

function reportsOf(problem: OpenApiProblem): readonly (NonNullable<Report['cause']> & Pick<Report, 'at'>)[] {
  return [exampleResolves, exampleHasSchema, openapiReadable].flatMap((rule) =>
    Array.from(reportsAlone(rule, problem), ({ at, message }) => ({ at, message, ruleId: rule.id })),
  );
}
