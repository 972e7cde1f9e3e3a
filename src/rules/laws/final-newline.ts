import type { Rule } from '../rule';

/** A missing or extra newline is noise in diffs and in the documents that include the sample. */
export const finalNewline: Rule<'document'> = {
  id: 'final-newline',
  subject: 'document',
  severity: 'info',
  summary: 'A sample file ends with one newline.',
  check: function* ({ kind, source, value }) {
    if (kind !== 'sample' || value === undefined || source.part !== undefined) return;
    const { name: file, text } = source;
    const end = text.trimEnd().length;
    const tail = text.slice(end);
    if (tail === '\n' || tail === '\r\n') return;
    const newlines = tail.split('\n').length - 1;
    if (newlines === 0) {
      yield {
        at: { file, span: [text.length, text.length] },
        message: 'the file does not end with a newline: add one',
      };
    } else {
      const message =
        newlines === 1
          ? 'the file ends with white space: end it with one newline'
          : `the file ends with ${newlines} newlines: keep one`;
      yield { at: { file, span: [end, text.length] }, message };
    }
  },
};
