import type { Rule } from '../rule';

export const projectHasDocuments: Rule<'project'> = {
  id: 'project-has-documents',
  subject: 'project',
  severity: 'error',
  summary: 'A run checks at least one document.',
  check: ({ manifest, samples }) =>
    samples.length > 0
      ? []
      : [
          {
            at: { file: manifest.name },
            message:
              'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
          },
        ],
};
