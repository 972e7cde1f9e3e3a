import { childPointer } from '../../model/json/json-pointer';
import { isJsonObject, member } from '../../model/json/json-value';
import type { Place } from '../../model/documents/place';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { looseDot, missingAnchors } from './read-pattern';

export const schemaPatternsExact: Rule<'schema-part'> = {
  id: 'schema-patterns-exact',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'A pattern for a version or host matches nothing else.',
  check: ({ file, pointer, schema }) => {
    if (!Object.hasOwn(schema, 'pattern') && !Object.hasOwn(schema, 'patternProperties')) return [];
    const pattern = member(schema, 'pattern');
    const keys = member(schema, 'patternProperties');
    return [
      ...(typeof pattern === 'string'
        ? reportInexact(pattern, { file, pointer: childPointer(pointer, 'pattern'), token: 'value' })
        : []),
      ...Object.keys(isJsonObject(keys) ? keys : {}).flatMap((key) =>
        reportInexact(key, {
          file,
          pointer: childPointer(childPointer(pointer, 'patternProperties'), key),
          token: 'key',
        }),
      ),
    ];
  },
};

function reportInexact(pattern: string, at: Place): readonly Report[] {
  const around = looseDot(pattern);
  const anchors = missingAnchors(pattern);
  return [
    ...(around === undefined
      ? []
      : [
          {
            at,
            message: `the dot in ${quote(around)} matches any character: escape it, as in ${quote(around.replace('.', '\\.'))}`,
          },
        ]),
    ...(anchors === undefined
      ? []
      : [
          {
            at,
            message: `the pattern also matches a ${anchors.what} inside a longer string${anchors.example === undefined ? '' : `, such as ${quote(anchors.example)}`}: ${anchors.remedy}`,
          },
        ]),
  ];
}
