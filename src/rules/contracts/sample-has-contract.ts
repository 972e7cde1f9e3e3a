import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import type { NamelessSample } from '../../model/contracts/contract';
import { shortOrList } from '../../wording/list-words';
import { quote } from '../../wording/quote';

export const sampleHasContract: Rule<'sample'> = {
  id: 'sample-has-contract',
  subject: 'sample',
  severity: 'error',
  summary: 'Every sample is claimed by a contract.',
  check: ({ path, document, claims, nameless, missingSchemas, lacks }) => {
    if (nameless !== undefined) return namelessReports(nameless, document.source.name);
    if (claims.length > 0 || document.problems.some(({ kind }) => kind === 'unreadable')) return [];
    const { name } = document.source;
    if (lacks !== undefined) {
      const message = `\`${lacks}\` selects nothing here, so nothing of it is checked: add the part, or fix the entry under \`samples:\``;
      return [{ at: placeIn(document, '', 'opening'), message }];
    }
    if (missingSchemas !== undefined) {
      const missing = shortOrList(missingSchemas.map((file) => `\`${file}\``));
      return [
        {
          at: { file: name },
          message: `there is no schema ${missing}, so this sample has no contract and is not checked: add the schema, or add the sample to \`ignore:\``,
          groupMessage: `{count} samples${folderWords(name)} have no contract, because there is no schema ${missing}: add the schema, or add the samples to \`ignore:\``,
        },
      ];
    }
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

/** Reports a sample that should name its schema. */
function namelessReports(nameless: NamelessSample, sample: string): readonly Report[] {
  if (nameless.kind === 'unread') return [];
  if (nameless.kind !== 'silent') return [{ at: nameless.place, message: wrongNameMessage(nameless) }];
  const comment = /\.ya?ml(?: \(|$)/i.test(sample)
    ? ', or the comment `# yaml-language-server: $schema=…` at the top'
    : '';
  const remedy = `add "$schema" with the path or URL of the schema${comment}`;
  return [
    {
      at: nameless.place,
      message: `the sample does not name its schema, so it is not checked: ${remedy}`,
      groupMessage: `{count} samples${folderWords(sample)} do not name their schemas, so they are not checked: ${remedy}`,
    },
  ];
}

function wrongNameMessage({
  kind,
  name,
  file,
  nearest,
}: Exclude<NamelessSample, { readonly kind: 'unread' | 'silent' }>): string {
  switch (kind) {
    case 'no-text':
      return `expected the path or URL of a schema, got ${name}`;
    case 'meta-schema':
      return `${quote(name)} is a meta-schema, so this file is a schema, not a sample: list it under \`ignore:\``;
    case 'unmapped':
      return nearest === undefined
        ? `there is no schema for ${quote(name)}: map the URL to a file with \`references:\``
        : `there is no schema for ${quote(name)}: did you mean ${quote(nearest)}?`;
    case 'no-part':
      return `${quote(name)} leads nowhere in ${file}: ${nearest === undefined ? 'fix the part after `#`' : `did you mean ${quote(nearest)}?`}`;
    case 'missing':
      return `the schema ${quote(name)} does not exist: there is no ${file}`;
    case 'outside':
      return `${quote(name)} leads to ${file}, which is not in a folder of \`schemas:\`: add its folder there`;
  }
}
