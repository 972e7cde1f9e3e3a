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
    const { place, exclusions, closedBy, properties } = problem;
    const several = exclusions.length > 1;
    return [
      {
        at: place,
        message: `${properties.length > 1 && several ? 'some parts require' : 'one part requires'} ${andList(properties.map(quote))}, which \`${closedBy}: false\` in ${several ? 'others' : 'another part'} excludes, so no object can satisfy this: ${remedyOf(problem)}`,
        related: exclusions.flatMap(({ property, closed, required }) => [
          { at: closed, message: `excludes ${quote(property)}` },
          { at: required, message: `requires ${quote(property)}` },
        ]),
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
