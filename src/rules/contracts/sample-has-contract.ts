import type { Rule } from '../rule';

export const sampleHasContract: Rule<'sample'> = {
  id: 'sample-has-contract',
  subject: 'sample',
  severity: 'error',
  summary: 'Every sample is claimed by a contract.',
  check: ({ path, document, claims }) => {
    if (claims.length > 0 || document.problems.some(({ kind }) => kind === 'unreadable')) return [];
    const { name } = document.source;
    return [
      {
        at: { file: name },
        message: `no contract claims this sample, so it is not checked: add \`${path}\` to the \`samples:\` of a contract, or to \`ignore:\``,
        groupMessage: `{count} samples${folderWords(name)} have no contract, so they are not checked: add them to the \`samples:\` of a contract, or to \`ignore:\``,
      },
    ];
  },
};

function folderWords(file: string): string {
  const end = file.lastIndexOf('/');
  return end === -1 ? '' : ` in \`${file.slice(0, end)}\``;
}
