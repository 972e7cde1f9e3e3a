import type { Rule } from '../rule';

export const projectHasDocuments: Rule<'project'> = {
  id: 'project-has-documents',
  subject: 'project',
  severity: 'error',
  summary: 'A run checks at least one document.',
  check: ({ manifest, samples, contracts, facts, unmatched, openApi }) =>
    // A manifest with only facts may have them all in the code. Where the files lack the parts that are samples, that is reported.
    samples.length > 0 ||
    // The summary says what was not checked in an OpenAPI document.
    openApi.documents.length > 0 ||
    unmatched.some(({ without }) => without !== undefined) ||
    (contracts.length === 0 && facts.length > 0)
      ? []
      : [
          {
            at: { file: manifest.name },
            message:
              'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
          },
        ],
};
