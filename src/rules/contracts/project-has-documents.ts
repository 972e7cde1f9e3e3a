import type { OpenApiDocument } from '../../model/open-api';
import type { Report, Rule } from '../rule';

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
        ? openApi.documents.filter(({ file }) => file.problem === undefined).map(withoutExample)
        : [
            {
              at: { file: manifest.name },
              message:
                'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
            },
          ],
};

/** A gate that checks nothing must not be green. */
function withoutExample({ file, operations }: OpenApiDocument): Report {
  return {
    at: { file: file.source.name },
    message:
      operations.length === 0
        ? 'nothing was checked, because the document has no operations: add them under `paths:`'
        : `nothing was checked, because ${operations.length === 1 ? 'the operation has no example' : `none of ${operations.length} operations has an example`} that is JSON: add \`example:\` next to a \`schema:\``,
  };
}
