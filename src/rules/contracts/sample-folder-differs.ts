import { isSameJson } from '../../model/same-json';
import type { Rule } from '../rule';
import { count } from '../../wording/list-words';

export const sampleFolderDiffers: Rule<'sample-folder'> = {
  id: 'sample-folder-differs',
  subject: 'sample-folder',
  severity: 'info',
  summary: 'In a vX.Y folder, some sample is new or differs from the one of its name before it.',
  check: ({ folder, samples }) => {
    const [first] = samples;
    if (first?.before === undefined) return [];
    if (
      !samples.every(
        ({ document, before }) => before !== undefined && isSameJson(document.value, before.value),
      )
    )
      return [];
    const what =
      samples.length === 1 ? 'its sample equals' : `each of its ${count(samples.length, 'sample')} equals`;
    return [
      {
        at: { file: first.document.source.name },
        message: `nothing changed at ${folder}: ${what} the one before: record what changed, or delete the folder`,
        related: [{ at: { file: first.before.source.name }, message: 'the one before' }],
      },
    ];
  },
};
