import type { Rule } from '../rule';

/** None, or several, make noise in diffs and in the documents that include the sample. */
export const finalNewline: Rule<'document'> = {
  id: 'final-newline',
  subject: 'document',
  severity: 'info',
  summary: 'A sample file ends with one newline.',
  check: function* ({ kind, source, value }) {
    if (kind !== 'sample' || value === undefined) return;
    const { name: file, text } = source;
    const end = text.trimEnd().length;
    const tail = text.slice(end);
    if (tail === '\n' || tail === '\r\n') return;
    const newlines = tail.split('\n').length - 1;
    if (newlines === 0) {
      yield {
        at: { file, span: [text.length, text.length] },
        message: 'no newline at the end of the file: add one',
      };
    } else {
      const message =
        newlines === 1
          ? 'blanks at the end of the file: end it with one newline'
          : `${newlines} newlines at the end of the file: leave one`;
      yield { at: { file, span: [end, text.length] }, message };
    }
  },
};
