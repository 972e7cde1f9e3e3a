import { shortList } from '../../wording/list-words';
import type { Rule } from '../rule';

export const schemaHasSample: Rule<'contract-template'> = {
  id: 'schema-has-sample',
  subject: 'contract-template',
  severity: 'warning',
  summary: 'Each schema of a contract with placeholders has a sample.',
  check: ({ name, place, schemas }) => {
    if (schemas.length === 0) return [];
    const [which, them] =
      schemas.length === 1
        ? ['1 schema has no sample', 'it']
        : [`${schemas.length} schemas have no sample`, 'them'];
    return [
      {
        at: place,
        message: `${which} for ${name}: ${shortList(schemas)}: add samples, or list ${them} under \`except:\``,
      },
    ];
  },
};
