import { isJsonArray, type JsonType } from '../../model/json-value';
import { matching } from './child-schema';
import { meaningOfLiteral, meaningOfLiterals } from './literal-meaning';
import { anyOfType, describing, ofKinds, type Meaning } from './meaning';
import { shapePart } from './object-parts';
import type { SchemaKeywords } from './schema-keywords';
import { arrayShapeOf, describes, objectShapeOf } from './shapes-of-keywords';

/** A condition is about every value. Elsewhere, a schema that describes objects or arrays is about these. */
export type Role = 'value' | 'condition';

/** The meanings of the keywords for each type. */
export function ownMeanings(keywords: SchemaKeywords, role: Role): readonly Meaning[] {
  const { value, list } = keywords;
  const objects = objectShapeOf(keywords);
  const arrays = arrayShapeOf(keywords);
  const meanings = [
    ...(value('const') === undefined ? [] : [meaningOfLiteral(value('const'))]),
    ...(value('enum') === undefined ? [] : [meaningOfLiterals(list('enum'))]),
    ...(value('type') === undefined ? [] : [ofTypes(value('type'))]),
  ];
  if (objects !== undefined) {
    const meaning = describing('object', { is: 'objects', parts: [shapePart(objects)] }, true);
    meanings.push(
      role === 'value' && describes('object', keywords) ? meaning : { ...meaning, described: undefined },
    );
  }
  if (arrays !== undefined) {
    const meaning = describing('array', { is: 'arrays', shapes: [arrays] }, true);
    meanings.push(
      role === 'value' && describes('array', keywords) ? meaning : { ...meaning, described: undefined },
    );
  }
  return meanings;
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
