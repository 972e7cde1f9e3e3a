import { isJsonArray, isJsonObject } from '../../model/json-value';
import { ANY_ARRAY_SHAPE } from './array-parts';
import { NOTHING, type ChildSchema } from './child-schema';
import { ofKinds, scalarLiterals, unite, type Meaning } from './meaning';
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

function isStructured(value: unknown): boolean {
  return isJsonArray(value) || isJsonObject(value);
}

function structured(value: unknown): Meaning {
  if (isJsonArray(value)) {
    const { length } = value;
    const shape = { ...ANY_ARRAY_SHAPE, prefix: value.map(literal), rest: NOTHING };
    const shapes = [{ ...shape, minItems: length, maxItems: length }];
    return ofKinds(new Map([['array', { is: 'arrays', shapes }]]), false);
  }
  const properties = new Map(
    Object.entries(Object(value)).map(([name, inner]) => [
      name,
      { child: literal(inner), isRequired: true, isDeclared: true },
    ]),
  );
  const parts = [shapePart({ properties, rest: NOTHING })];
  return ofKinds(new Map([['object', { is: 'objects', parts }]]), false);
}

function literal(value: unknown): ChildSchema {
  return { is: 'literal', value };
}
