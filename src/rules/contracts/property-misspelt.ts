import { uniqueBy } from '../../model/group-by';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import { quotedFrom } from '../quoted-from';
import type { Rule } from '../rule';
import { reportBelowValue } from '../violations/below-value';

export const propertyMisspelt: Rule<'sample'> = {
  id: 'property-misspelt',
  subject: 'sample',
  severity: 'warning',
  summary: 'No property that a schema does not declare is one letter from an absent one that it does.',
  check: ({ document, claims }, evidence) => {
    if (document.value === undefined) return [];
    const found = claims.flatMap(({ versions: [version, ...others], pattern }) =>
      version === undefined ||
      others.length > 0 ||
      pattern.expect === 'invalid' ||
      reportBelowValue(document, version.schema, evidence) !== undefined
        ? []
        : evidence
            .misspelt(document, version.schema)
            .map((each) => ({ ...each, schema: version.schema.file })),
    );
    return uniqueBy(found, ({ pointer }) => pointer).map(({ pointer, name, meant = '', schema }) => {
      const message = `the schema accepts ${quote(name)}, but does not declare it: did you mean ${quote(meant)}?`;
      return {
        at: placeIn(document, pointer, 'key'),
        message,
        groupMessage: message,
        missing: meant,
        quotes: quotedFrom(schema, meant),
      };
    });
  },
};
