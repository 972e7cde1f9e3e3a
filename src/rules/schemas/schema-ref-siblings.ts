import type { Rule } from '../rule';
import { andList } from '../../wording/list-words';
import { dialectName } from '../../schema/dialects/dialect';
import { quote } from '../../wording/quote';

/** How many `$ref`s are shown in a finding about all those of a file. */
const MOST_SHOWN = 3;

export const schemaRefSiblings: Rule<'schema-problem'> = {
  id: 'schema-ref-siblings',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'No keyword is next to a `$ref` in a dialect that ignores it there.',
  check: (problem) => {
    if (problem.kind !== 'ignored-keywords') return [];
    const { dialect, keywords, count, references, place } = problem;
    const isOne = references === 1;
    const names = andList(keywords.map(({ name }) => quote(name)));
    const what = isOne ? `${names} next to "$ref"` : `${count} keywords next to ${references} "$ref"`;
    const others = keywords.slice(1, isOne ? keywords.length : MOST_SHOWN);
    return [
      {
        at: place,
        message: `${dialectName(dialect)} ignores ${what}: wrap ${isOne ? 'the' : 'each'} "$ref" in "allOf", or ${dialectName(dialect) === dialect ? 'move to 2019-09 or later' : 'convert the document to OpenAPI 3.1'}`,
        related: others.map((other) => ({
          at: other.place,
          message: `${quote(other.name)} is ignored too`,
        })),
      },
    ];
  },
};
