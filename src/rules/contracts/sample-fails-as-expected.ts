import { dialectName } from '../../schema/dialects/dialect';
import { formatSchemaRef } from '../../model/contracts/contract';
import type { IgnoredKeyword } from '../../model/schemas/schema-problem';
import { quote } from '../../wording/quote';
import type { Report, Rule } from '../rule';

export const sampleFailsAsExpected: Rule<'sample'> = {
  id: 'sample-fails-as-expected',
  subject: 'sample',
  severity: 'error',
  summary: 'A sample with `expect: invalid` fails its schema.',
  check: ({ document, claims }, evidence) =>
    claims.flatMap(({ contract, pattern, versions, alsoUsedBy }) => {
      const [version, ...others] = versions;
      if (pattern.expect !== 'invalid' || document.value === undefined) return [];
      if (version === undefined || others.length > 0) return [];
      const verdict = evidence.verdict(document, version.schema);
      if (verdict.kind !== 'checked' || verdict.violations.length > 0) return [];
      // What is sent in the wrong direction is wrong, too, although the schema accepts it.
      if (evidence.excludedValues(document, version.schema).length > 0) return [];
      const [noun, mark] =
        alsoUsedBy === undefined ? ['sample', 'expect: invalid'] : ['example', 'x-expect: invalid'];
      const schema = formatSchemaRef(version.schema);
      return [
        {
          at: { file: document.source.name },
          message: `expected an invalid ${noun}, but ${schema} accepts it: make the schema reject it, or remove \`${mark}\``,
          related: [
            { at: pattern.place, message: `${contract.name} expects it to be invalid` },
            ...evidence.ignoredKeywords(document, version.schema).slice(0, MOST_IGNORED).map(ignoredPlace),
          ],
        },
      ];
    }),
};

/** How many ignored keywords are listed; `schema-ref-siblings` reports all of them. */
const MOST_IGNORED = 3;

function ignoredPlace({ name, dialect, place }: IgnoredKeyword): NonNullable<Report['related']>[number] {
  return {
    at: place,
    message: `${dialectName(dialect)} ignores ${quote(name)} next to "$ref", which would reject the sample`,
  };
}
