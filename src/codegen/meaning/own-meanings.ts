import { isJsonArray, type JsonType } from '../../model/json-value';
import { matching } from './child-schema';
import { meaningOfLiteral, meaningOfLiterals } from './literal-meaning';
import { anyOfType, limiting, ofKinds, type Kind, type Meaning } from './meaning';
import { shapePart } from './object-parts';
import type { SchemaKeywords } from './schema-keywords';
import { arrayShapeOf, describes, objectShapeOf } from './shapes-of-keywords';

/** A condition applies to every value. Elsewhere, a schema that describes objects or arrays allows only these. */
export type Role = 'value' | 'condition';

/** The meanings of the keywords for each type. */
export function ownMeanings(keywords: SchemaKeywords, role: Role): readonly Meaning[] {
  const { value, list } = keywords;
  const objects = objectShapeOf(keywords);
  const arrays = arrayShapeOf(keywords);
  const limited = (type: 'object' | 'array', kind: Kind): Meaning => {
    const meaning = limiting(type, kind, true);
    return role === 'value' && describes(type, keywords)
      ? { ...meaning, described: new Set([type]) }
      : meaning;
  };
  return [
    ...(value('const') === undefined ? [] : [meaningOfLiteral(value('const'))]),
    ...(value('enum') === undefined ? [] : [meaningOfLiterals(list('enum'))]),
    ...(value('type') === undefined ? [] : [ofTypes(value('type'))]),
    ...(objects === undefined ? [] : [limited('object', { is: 'objects', parts: [shapePart(objects)] })]),
    ...(arrays === undefined ? [] : [limited('array', { is: 'arrays', shapes: [arrays] })]),
  ];
}

/** The keywords of a condition: what it says about properties and items are conditions too. */
export function inCondition(keywords: SchemaKeywords): SchemaKeywords {
  return { ...keywords, child: (...steps) => matching(keywords.child(...steps)) };
}

function ofTypes(value: unknown): Meaning {
  const names = isJsonArray(value) ? value : [value];
  const types = names.flatMap(jsonTypeNamed);
  // TypeScript has no integers.
  const isExact = !names.includes('integer') || names.includes('number');
  return ofKinds(new Map(types.map((type) => [type, anyOfType(type)])), isExact);
}

function jsonTypeNamed(name: unknown): readonly JsonType[] {
  switch (name) {
    case 'integer':
      return ['number'];
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return [name];
    default:
      return [];
  }
}
