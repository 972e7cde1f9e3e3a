import { isJsonArray, type JsonType } from '../../model/json-value';
import { meaningOfLiteral, meaningOfLiterals } from './literal-meaning';
import { anyOfType, describing, ofKinds, type Meaning } from './meaning';
import { shapePart } from './object-parts';
import type { SchemaKeywords } from './schema-keywords';
import { arrayShapeOf, describes, objectShapeOf } from './shapes-of-keywords';

/** The meanings of the keywords for each type. */
export function ownMeanings(keywords: SchemaKeywords): readonly Meaning[] {
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
    meanings.push(describes('object', keywords) ? meaning : { ...meaning, described: undefined });
  }
  if (arrays !== undefined) {
    const meaning = describing('array', { is: 'arrays', shapes: [arrays] }, true);
    meanings.push(describes('array', keywords) ? meaning : { ...meaning, described: undefined });
  }
  return meanings;
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
