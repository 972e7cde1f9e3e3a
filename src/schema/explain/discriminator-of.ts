import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { AlternativeHints } from '../../model/schemas/violation';

type Constant = AlternativeHints['constants'][number];

/**
 * The values of OpenAPI's `discriminator` that mean each alternative of a union: the names in its `mapping`, and the last part of the
 * alternative's reference (OpenAPI 3.1, 4.8.25). It asserts nothing. Empty without a discriminator.
 */
export function discriminatorOf(schema: JsonObject, keyword: string): readonly (Constant | undefined)[] {
  const discriminator = member(schema, 'discriminator');
  const alternatives = member(schema, keyword);
  if (!isJsonObject(discriminator) || !isJsonArray(alternatives)) return [];
  const name = member(discriminator, 'propertyName');
  if (typeof name !== 'string') return [];
  const mapping = member(discriminator, 'mapping');
  const mapped = isJsonObject(mapping) ? Object.entries(mapping) : [];
  return alternatives.map((alternative) => {
    const reference = isJsonObject(alternative) ? member(alternative, '$ref') : undefined;
    if (typeof reference !== 'string') return undefined;
    const own = nameOf(reference);
    const values = mapped.filter(([, to]) => to === reference || to === own).map(([value]) => value);
    return { pointer: childPointer('', name), values: [...values, own] };
  });
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
