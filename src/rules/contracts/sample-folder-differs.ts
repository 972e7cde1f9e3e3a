import { exactValueOf } from '../../model/documents/document';
import { isSameJson } from '../../model/json/same-json';
import type { Rule } from '../rule';
import { count } from '../../wording/list-words';

export const sampleFolderDiffers: Rule<'sample-folder'> = {
  id: 'sample-folder-differs',
  subject: 'sample-folder',
  severity: 'info',
  summary: 'A vX.Y folder has a sample that is new or differs from the previous one of its name.',
  check: ({ folder, samples }) => {
    const [first] = samples;
    if (first?.before === undefined) return [];
    if (
      !samples.every(
        ({ document, before }) =>
          before !== undefined && isSameJson(exactValueOf(document), exactValueOf(before)),
      )
    )
      return [];
    const what =
      samples.length === 1
        ? 'its only sample equals the previous one'
        : `its ${count(samples.length, 'sample')} equal the previous ones`;
    return [
      {
        at: { file: first.document.source.name },
        message: `nothing changed in ${folder} (${what}): record what changed, or delete the folder`,
        related: [{ at: { file: first.before.source.name }, message: 'the previous sample' }],
      },
    ];
  },
};
