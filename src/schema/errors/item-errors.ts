import { childPointer } from '../../model/json/json-pointer';
import { itemsIn } from '../../model/json/json-value';
import { equalItems } from '../evaluate/equal-items';
import { addError, type ErrorContext, type KeywordErrors } from './error-site';

/** The errors of keywords about arrays that say which items are wrong. */
export function itemErrors({ evaluator, find }: ErrorContext): Readonly<Record<string, KeywordErrors>> {
  return {
    prefixItems: ({ value, at, errors }, inner) => {
      const items = itemsIn(value);
      for (const [index, part] of itemsIn(inner).entries())
        if (index < items.length) find(part, items[index], childPointer(at, index), errors);
    },
    items: (site, inner) => {
      const { schema, value, at, errors } = site;
      const items = itemsIn(value);
      const first = itemsIn(schema['prefixItems']).length;
      if (inner === false) {
        if (items.length > first) addError(site, 'items', { limit: first });
        return;
      }
      for (let index = first; index < items.length; index += 1)
        find(inner, items[index], childPointer(at, index), errors);
    },
    uniqueItems: (site, inner) => {
      const equal = inner === true ? equalItems(itemsIn(site.value)) : undefined;
      if (equal !== undefined) addError(site, 'uniqueItems', { ...equal });
    },
    contains: (site) => {
      const { minContains = 1, maxContains = Infinity } = site.schema;
      const items = evaluator.containedBy(site.schema, itemsIn(site.value));
      const limit =
        items.length > Number(maxContains)
          ? maxContains
          : items.length < Number(minContains)
            ? minContains
            : undefined;
      if (limit !== undefined) addError(site, 'contains', { items, limit });
    },
  };
}
