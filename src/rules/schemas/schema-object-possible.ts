import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Rule } from '../rule';
import { andList } from '../../wording/list-words';
import { quote } from '../../wording/quote';

export const schemaObjectPossible: Rule<'schema-problem'> = {
  id: 'schema-object-possible',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'No part of a schema excludes what another part requires.',
  check: (problem) => {
    if (problem.kind !== 'impossible-object') return [];
    const { place, closed, required, closedBy, properties } = problem;
    return [
      {
        at: place,
        message: `one part requires ${andList(properties.map(quote))}, which \`${closedBy}: false\` in another part excludes, so no object can satisfy this: ${remedyOf(problem)}`,
        related: [
          { at: closed, message: `excludes ${quote(properties[0])}` },
          { at: required, message: `requires ${quote(properties[0])}` },
        ],
      },
    ];
  },
};

/** `unevaluatedProperties` came with 2019-09. */
function remedyOf({
  dialect,
  properties,
  isOwn,
  closedBy,
}: Extract<SchemaProblem, { kind: 'impossible-object' }>): string {
  if (/^draft-0[467]$/.test(dialect))
    return `declare ${properties.length === 1 ? 'it' : 'them'} in the closed part too, such as ${quote(properties[0])}: {}`;
  return isOwn
    ? `write \`unevaluatedProperties: false\` instead of \`${closedBy}: false\`, because it sees all parts`
    : 'remove it there, and write `unevaluatedProperties: false` next to the `allOf`, where it sees all parts';
}
