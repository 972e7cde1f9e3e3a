import { ExactNumber } from '../../model/json/exact-number';
import { pointerFrom, valueAt } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import type { SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { placeInSchema, type SchemaNode, type SchemaOrigin } from '../link/schema-node';

const BOUNDS: ReadonlySet<string> = new Set(['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum']);

/** The limits of 64-bit integers, and the first numbers beyond them. Such a bound is on purpose, and rounding it does no harm. */
const ENDS = [
  '-9223372036854775809',
  '-9223372036854775808',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551615',
  '18446744073709551616',
];

let ends: ReadonlySet<string> | undefined;

function isEnd({ key }: ExactNumber): boolean {
  ends ??= new Set(ENDS.map((literal) => new ExactNumber(literal).key));
  return ends.has(key);
}

/**
 * What other programs may read differently in the text of a schema: numbers in assertions that JavaScript would round, properties that are
 * repeated, and values that are not JSON.
 */
export function findTextRemarks(
  nodes: readonly SchemaNode[],
  originOf: (copy: object) => SchemaOrigin | undefined,
): readonly SchemaProblem[] {
  const files = new Set(nodes.map(({ file }) => file));
  return [
    ...[...files].flatMap(remarksOn),
    ...nodes.flatMap((node) => (node.file.exact === undefined ? [] : roundedIn(node.copy, node))),
  ];

  function roundedIn(
    value: unknown,
    origin: SchemaOrigin,
    steps: readonly (string | number)[] = [],
  ): SchemaProblem[] {
    if (value instanceof ExactNumber) return rounded(value, origin, steps);
    if (isJsonArray(value)) return value.flatMap((item, index) => roundedIn(item, origin, [...steps, index]));
    if (!isJsonObject(value)) return [];
    const own = originOf(value);
    return Object.entries(value).flatMap(([key, inner]) =>
      roundedIn(inner, own ?? origin, own === undefined ? [...steps, key] : [key]),
    );
  }
}

/** The values in a file that are not JSON, and the properties that its objects repeat. */
export function remarksOn({ source, repeats = [], unread = [] }: SchemaFile): readonly SchemaProblem[] {
  const file = source.name;
  const repeated = repeats.map(
    ({ key, isSame, span, first }) =>
      ({
        kind: 'repeated-property',
        key,
        isSame,
        first: { file, span: first },
        place: { file, span },
      }) as const,
  );
  return [...unread, ...repeated];
}

function rounded(
  number: ExactNumber,
  { file, pointer, original }: SchemaOrigin,
  steps: readonly (string | number)[],
): SchemaProblem[] {
  const [keyword = ''] = steps;
  if (BOUNDS.has(String(keyword)) && isEnd(number)) return [];
  const below = pointerFrom(steps);
  // In draft 4, `exclusiveMaximum: true` modifies `maximum`, which has the number.
  const at = valueAt(original, below) === number ? below : below.replace('/exclusiveM', '/m');
  const place = placeInSchema(file, pointer + at, 'value');
  return [{ kind: 'rounded-number', literal: number.literal, read: String(Number(number)), place }];
}
