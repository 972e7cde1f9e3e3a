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
              'nothing was checked: there is no sample below the `samples:` folders: put one there, or name the right folder',
          },
        ],
};
