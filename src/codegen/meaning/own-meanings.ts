import { isJsonArray, isSchemaType, type JsonType } from '../../model/json/json-value';
import { matching } from './child-schema';
import type { Kind } from './kinds';
import { meaningOfLiteral, meaningOfLiterals } from './literal-meaning';
import { limiting, ofTypes, type Meaning } from './meaning';
import { shapePart } from './object-parts';
import type { SchemaKeywords } from './schema-keywords';
import { arrayShapeOf, describes, objectShapeOf } from './shapes-of-keywords';

/**
 * What is asked of a schema: which values it accepts, as a `value` or as a `condition`, or which it refuses. A condition applies to every value;
 * elsewhere, a schema that describes objects or arrays allows only these.
 */
export type Role = 'value' | 'condition' | 'refused';

/** The meanings of the keywords for each type. */
export function ownMeanings(keywords: SchemaKeywords, role: Role): readonly Meaning[] {
  const { value, list } = keywords;
  const objects = objectShapeOf(keywords);
  const arrays = arrayShapeOf(keywords);
  const limited = (type: 'object' | 'array', kind: Kind): Meaning => {
    const meaning = limiting(type, kind);
    return role === 'value' && describes(type, keywords)
      ? { ...meaning, described: new Set([type]) }
      : meaning;
  };
  return [
    ...(value('const') === undefined ? [] : [meaningOfLiteral(value('const'))]),
    ...(value('enum') === undefined ? [] : [meaningOfLiterals(list('enum'))]),
    ...(value('type') === undefined ? [] : [ofTypes(typesNamed(value('type')))]),
    ...(objects === undefined ? [] : [limited('object', { is: 'objects', parts: [shapePart(objects)] })]),
    ...(arrays === undefined ? [] : [limited('array', { is: 'arrays', shapes: [arrays] })]),
  ];
}

/** The keywords of a condition: what it says about properties and items are conditions too. */
export function inCondition(keywords: SchemaKeywords): SchemaKeywords {
  return { ...keywords, child: (...steps) => matching(keywords.child(...steps)) };
}

/** The types that the value of `type` names; `wholly`: those of which it names every value, which integers are not. */
export function typesNamed(value: unknown, { wholly = false } = {}): readonly JsonType[] {
  const names = isJsonArray(value) ? value : [value];
  return names
    .filter((name) => !wholly || name !== 'integer')
    .filter(isSchemaType)
    .map((name) => (name === 'integer' ? 'number' : name));
}
