import { uniqueBy } from '../../model/group-by';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { reportBelowValue } from '../violations/below-value';

export const examplePropertiesDeclared: Rule<'sample'> = {
  id: 'example-properties-declared',
  subject: 'sample',
  severity: 'info',
  summary: 'The schema of an example in an OpenAPI document declares all of its properties.',
  check: ({ document, claims }, evidence) => {
    if (document.value === undefined) return [];
    const found = claims.flatMap(({ contract, versions: [version, ...others], pattern }) =>
      contract.operation === undefined ||
      pattern.expect === 'invalid' ||
      version === undefined ||
      others.length > 0 ||
      reportBelowValue(document, version.schema, evidence) !== undefined
        ? []
        : evidence.undeclared(document, version.schema),
    );
    // `property-misspelt` reports those with a declared name in mind.
    const unknown = found.filter(({ isAllowed, meant }) => !isAllowed && meant === undefined);
    return uniqueBy(unknown, ({ pointer }) => pointer).map(({ pointer, name }) => {
      const message = `the schema does not declare ${quote(name)}, so its value is not checked: declare it, or write "additionalProperties: true"`;
      return { at: placeIn(document, pointer, 'key'), message, groupMessage: message };
    });
  },
};
