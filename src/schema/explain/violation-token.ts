import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import type { Token } from '../../model/documents/place';
import type { Violation } from '../../model/schemas/violation';

/** The place in the document at which a violation is reported. */
export interface ViolationToken {
  readonly pointer: JsonPointer;
  readonly token: Token;
  /** The property that is missing there. */
  readonly missing?: string;
}

/** A wrong value is reported at the value, a wrong property at its name, and something missing at the opening bracket of its container. */
export function tokenOf(violation: Violation): ViolationToken {
  const { keyword, instanceLocation, property, items, limit, expected } = violation;
  const here = (token: Token): ViolationToken => ({ pointer: instanceLocation, token });
  const item = (index: number | undefined): ViolationToken =>
    index === undefined ? here('value') : { pointer: childPointer(instanceLocation, index), token: 'value' };
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return { ...here('opening'), ...(property === undefined ? {} : { missing: property }) };
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return property === undefined
        ? here('value')
        : { pointer: childPointer(instanceLocation, property), token: 'key' };
    case 'minItems':
    case 'minProperties':
    case 'maxProperties':
      return here('opening');
    case 'maxItems':
      return item(typeof expected === 'number' ? expected : undefined);
    case 'uniqueItems':
      return item(items?.at(-1));
    case 'items':
    case 'additionalItems':
    case 'unevaluatedItems':
      return item(items?.[0]);
    case 'contains':
      return limit !== undefined && items !== undefined && items.length > limit
        ? item(items[limit])
        : here('opening');
    default:
      return here('value');
  }
}
