import type { Allowance, Allowances } from '../../model/project/allowance';
import { compareNumbers, isJsonNumber, type JsonNumber } from '../../model/json/exact-number';
import {
  childPointer,
  parentPointer,
  lastToken,
  valueAt,
  type JsonPointer,
} from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';
import { memoize } from '../../model/memoize';
import type { Evaluator } from '../evaluate/evaluator';
import { rangeOfFormat } from '../formats/number-formats';
import { placeInSchema, type CopyLookup } from '../link/schema-node';

/** The input for finding allowances. */
export interface AllowanceContext extends CopyLookup {
  readonly evaluator: Evaluator;
}

/** The parts of a schema that apply to one value. */
type Parts = readonly JsonObject[];

/**
 * What a copied schema says about the numbers at these places: the first bound, `const`, `enum` or format that allows a number beyond 2^53.
 * Of alternatives, those that the value satisfies count, or all if it satisfies none. It may run for as long as the schema's patterns do.
 */
export function findAllowances(
  copy: unknown,
  document: unknown,
  pointers: readonly JsonPointer[],
  context: AllowanceContext,
): Allowances {
  const partsAt: (pointer: JsonPointer) => Parts = memoize(findParts);
  return new Map(
    pointers.flatMap((pointer) => {
      const number = valueAt(document, pointer);
      const allowance = isJsonNumber(number) ? allowanceOf(number, pointer) : undefined;
      return allowance === undefined ? [] : [[pointer, allowance] as const];
    }),
  );

  function allowanceOf(number: JsonNumber, pointer: JsonPointer): Allowance | undefined {
    for (const part of partsAt(pointer)) {
      const keyword = keywordThatAllows(number, part, formatOf(part));
      if (keyword !== undefined) return describe(part, keyword);
    }
    // A `const` or `enum` of an outer value names the number too.
    for (let outer = pointer; outer !== '';) {
      outer = parentPointer(outer);
      for (const part of partsAt(outer)) {
        const value = valueAt(document, outer);
        const keyword = choiceThat(part, (choice) => isSameJson(choice, value));
        if (keyword !== undefined) return describe(part, keyword);
      }
    }
    return undefined;
  }

  /** The format as it is written, because one that is not checked is not in the copy. Next to a `$ref`, it may be ignored. */
  function formatOf(part: JsonObject): string {
    const original = context.originOf(part)?.original;
    const written = isJsonObject(original) && !Object.hasOwn(part, '$ref') ? original : part;
    return String(member(written, 'format'));
  }

  function describe(part: JsonObject, keyword: string): Allowance | undefined {
    const origin = context.originOf(part);
    if (origin === undefined) return undefined;
    const place = placeInSchema(origin.file, childPointer(origin.pointer, keyword), 'value');
    return { keyword, place };
  }

  function findParts(pointer: JsonPointer): Parts {
    const value = valueAt(document, pointer);
    if (pointer === '') return inPlace([copy], value);
    const outer = parentPointer(pointer);
    const isItem = isJsonArray(valueAt(document, outer));
    const token = lastToken(pointer);
    return inPlace(
      partsAt(outer).flatMap((part) => (isItem ? ofItem(part, Number(token)) : ofProperty(part, token))),
      value,
    );
  }

  /** These schemas, and all their parts that apply to the same value, each once. */
  function inPlace(copies: readonly unknown[], value: unknown): Parts {
    const reached = new Set(copies.filter(isJsonObject));
    // Parts that are added to a set while it is iterated are visited too.
    for (const part of reached) {
      for (const inner of partsOf(part, value)) if (isJsonObject(inner)) reached.add(inner);
    }
    return [...reached];
  }

  function partsOf(part: JsonObject, value: unknown): readonly unknown[] {
    const accepts = (inner: unknown) => context.evaluator.evaluationOf(inner)(value);
    const reference = member(part, '$ref');
    const dependent = member(part, 'dependentSchemas');
    return [
      ...(typeof reference === 'string' ? [context.copyOf(reference)] : []),
      ...itemsIn(member(part, 'allOf')),
      ...['anyOf', 'oneOf'].flatMap((name) => {
        const alternatives = itemsIn(member(part, name));
        const satisfied = alternatives.filter(accepts);
        return satisfied.length > 0 ? satisfied : alternatives;
      }),
      ...(Object.hasOwn(part, 'if') ? [member(part, accepts(part['if']) ? 'then' : 'else')] : []),
      ...(isJsonObject(dependent) && isJsonObject(value)
        ? Object.keys(dependent).flatMap((key) => (Object.hasOwn(value, key) ? [dependent[key]] : []))
        : []),
    ];
  }

  function ofProperty(part: JsonObject, key: string): readonly unknown[] {
    const properties = member(part, 'properties');
    const patterns = member(part, 'patternProperties');
    const named = [
      ...(isJsonObject(properties) && Object.hasOwn(properties, key) ? [properties[key]] : []),
      ...(isJsonObject(patterns)
        ? Object.keys(patterns).flatMap((pattern) =>
            context.evaluator.assertion({ pattern }, 'pattern')(key) ? [patterns[pattern]] : [],
          )
        : []),
    ];
    return named.length > 0
      ? named
      : [member(part, 'additionalProperties'), member(part, 'unevaluatedProperties')];
  }
}

function ofItem(part: JsonObject, index: number): readonly unknown[] {
  const prefix = itemsIn(member(part, 'prefixItems'));
  return index < prefix.length ? [prefix[index]] : [member(part, 'items'), member(part, 'unevaluatedItems')];
}

const BOUNDS = ['maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'];

/** The bound, format or choice that allows a number as large as this one. */
function keywordThatAllows(number: JsonNumber, part: JsonObject, format: string): string | undefined {
  if (!isBeyond(number)) return choiceThat(part, (choice) => isSameJson(choice, number));
  const isNegative = compareNumbers(number, 0) < 0;
  const allows = (limit: unknown) =>
    isBeyond(limit) && isJsonNumber(limit) && compareNumbers(limit, 0) < 0 === isNegative;
  return (
    BOUNDS.find((name) => allows(member(part, name))) ??
    (allowsBeyond(format) ? 'format' : undefined) ??
    choiceThat(part, isBeyond)
  );
}

/** Whether a format is one of integers that may be beyond 2^53. */
function allowsBeyond(format: string): boolean {
  const range = rangeOfFormat(format);
  return range?.isInteger === true && isBeyond(range.most);
}

function choiceThat(part: JsonObject, fits: (choice: unknown) => boolean): string | undefined {
  if (Object.hasOwn(part, 'const') && fits(part['const'])) return 'const';
  return itemsIn(member(part, 'enum')).some(fits) ? 'enum' : undefined;
}

function isBeyond(value: unknown): boolean {
  return (
    isJsonNumber(value) &&
    (compareNumbers(value, Number.MIN_SAFE_INTEGER) < 0 || compareNumbers(value, Number.MAX_SAFE_INTEGER) > 0)
  );
}
