import type { Rule } from '../rule';
import { quote } from '../../wording/quote';
import { timesInFile } from '../../wording/times-in-file';

export const schemaFormatsKnown: Rule<'schema-problem'> = {
  id: 'schema-formats-known',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each format in a schema is a standard one, or defined in the manifest.',
  check: (problem) => {
    if (problem.kind !== 'unknown-format') return [];
    const { place, format, nearest, isOpen, count } = problem;
    const remedy =
      nearest === undefined
        ? 'define it under `formats:` in the manifest, or set it to `off` there'
        : `did you mean ${quote(nearest)}?`;
    const severity =
      isOpen === true ? ({ severity: nearest === undefined ? 'info' : 'warning' } as const) : {};
    return [
      {
        at: place,
        message: `unknown format ${quote(format)}${timesInFile(count)}, so it is ignored: ${remedy}`,
        ...severity,
      },
    ];
  },
};
