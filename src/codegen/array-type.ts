import { isJsonArray, member, type JsonObject } from '../model/json-value';
import { listAt, numberAt } from './json-properties';
import type { ReadChild } from './object-type';
import { NEVER, UNKNOWN, type TypeSchema } from './type-schema';

/** The type of an array schema: a tuple for `prefixItems` or the older array of `items`, else an array. */
export function arrayType(schema: JsonObject, child: ReadChild): TypeSchema {
  const keyword = isJsonArray(member(schema, 'items')) ? 'items' : 'prefixItems';
  const places = listAt(schema, keyword);
  if (places === undefined || places.length === 0) {
    return { type: 'array', items: member(schema, 'items') === undefined ? UNKNOWN : child('items') };
  }
  const least = numberAt(schema, 'minItems') ?? 0;
  const most = numberAt(schema, 'maxItems') ?? Infinity;
  const rest =
    most <= places.length
      ? NEVER
      : restType(schema, child, keyword === 'items' ? 'additionalItems' : 'items');
  return {
    type: 'array',
    items: places.slice(0, most).map((_, index) => child(keyword, index)),
    ...(rest.tsType === 'never' ? {} : { additionalItems: rest }),
    ...(least > 0 ? { minItems: least } : {}),
  };
}

function restType(schema: JsonObject, child: ReadChild, keyword: string): TypeSchema {
  return member(schema, keyword) === undefined ? UNKNOWN : child(keyword);
}
