import { childPointer } from '../../model/json-pointer';
import { isJsonObject, member } from '../../model/json-value';
import type { Place } from '../../model/place';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { looseDot, missingAnchors } from './read-pattern';

export const schemaPatternsExact: Rule<'schema-part'> = {
  id: 'schema-patterns-exact',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'A pattern for a version or a host matches nothing else.',
  check: ({ file, pointer, schema }) => {
    const pattern = member(schema, 'pattern');
    const keys = member(schema, 'patternProperties');
    return [
      ...(typeof pattern === 'string'
        ? judge(pattern, { file, pointer: childPointer(pointer, 'pattern'), token: 'value' })
        : []),
      ...Object.keys(isJsonObject(keys) ? keys : {}).flatMap((key) =>
        judge(key, {
          file,
          pointer: childPointer(childPointer(pointer, 'patternProperties'), key),
          token: 'key',
        }),
      ),
    ];
  },
};

function judge(pattern: string, at: Place): readonly Report[] {
  const around = looseDot(pattern);
  const anchors = missingAnchors(pattern);
  return [
    ...(around === undefined
      ? []
      : [
          {
            at,
            message: `the dot in ${quote(around)} stands for any character: escape it, ${quote(around.replace('.', '\\.'))}`,
          },
        ]),
    ...(anchors === undefined
      ? []
      : [
          {
            at,
            message: `this matches a ${anchors.what} within a longer text too${anchors.example === undefined ? '' : `, such as ${quote(anchors.example)}`}: ${anchors.remedy}`,
          },
        ]),
  ];
}
