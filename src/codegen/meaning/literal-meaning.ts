import {
  isJsonArray,
  isJsonObject,
  JSON_TYPES,
  jsonTypeOf,
  type JsonType,
} from '../../model/json/json-value';
import { ANY_ARRAY_SHAPE } from './array-parts';
import { NOTHING, type ChildSchema } from './child-schema';
import { anyOfType, exceptValues, uniteScalars, type Kind } from './kinds';
import { ofKinds, onlyObjects, unite, type Meaning } from './meaning';
import { shapePart } from './object-parts';

/** The meaning of `const`. */
export function meaningOfLiteral(value: unknown): Meaning {
  return meaningOfLiterals([value]);
}

/** The meaning of `enum`. Objects and arrays become shapes whose properties and items are literals. */
export function meaningOfLiterals(values: readonly unknown[]): Meaning {
  const others = values.filter(isStructured);
  const scalars = values.filter((value) => !isStructured(value));
  return unite([scalarLiterals(scalars), ...others.map(structured)], 'one');
}

/** The values that `const` or `enum` refuses, and more where TypeScript cannot say it: all objects, all arrays, and numbers that were rounded. */
export function exceptLiterals(values: readonly unknown[]): Meaning {
  const exact = values.filter((value) => !isStructured(value) && !isRounded(value));
  const kinds = JSON_TYPES.flatMap((type) => {
    const kind = exceptValues(
      type,
      exact.filter((value) => jsonTypeOf(value) === type),
    );
    return kind === undefined ? [] : [[type, kind] as const];
  });
  return ofKinds(new Map(kinds));
}

function scalarLiterals(values: readonly unknown[]): Meaning {
  const kinds = new Map<JsonType, Kind>();
  for (const value of values) {
    const type = jsonTypeOf(value);
    const one: Kind = isRounded(value) ? anyOfType(type) : { is: 'literals', values: [value] };
    kinds.set(type, uniteScalars(type, kinds.get(type) ?? one, one));
  }
  return ofKinds(kinds);
}

/** Whether JavaScript may read another number than the text has. */
function isRounded(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

function isStructured(value: unknown): boolean {
  return isJsonArray(value) || isJsonObject(value);
}

function structured(value: unknown): Meaning {
  if (isJsonArray(value)) {
    const { length } = value;
    const shape = { ...ANY_ARRAY_SHAPE, prefix: value.map(literal), rest: NOTHING };
    const shapes = [{ ...shape, minItems: length, maxItems: length }];
    return ofKinds(new Map([['array', { is: 'arrays', shapes }]]));
  }
  const properties = new Map(
    Object.entries(Object(value)).map(([name, inner]) => [
      name,
      { child: literal(inner), isRequired: true, isDeclared: true },
    ]),
  );
  return onlyObjects([shapePart({ properties, rest: NOTHING })]);
}

function literal(value: unknown): ChildSchema {
  return { is: 'literal', value };
}
