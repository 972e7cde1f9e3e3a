import { DIALECTS, dialectName, isLikeDraft04, type Dialect } from '../../schema/dialects/dialect';

/** What to write instead of a keyword, in the dialects up to and including one; the first that fits counts. */
type Advice = readonly (readonly [until: Dialect, advice: string])[];

const ALWAYS = 'openapi-3.1';

const MOVE = 'move to 2019-09 or later';

/** What to write instead of a keyword of another dialect or language, even if another keyword has a similar name. */
const ADVICE: ReadonlyMap<string, Advice> = new Map<string, Advice>([
  ['$id', [['draft-04', 'write "id"']]],
  ['id', [[ALWAYS, 'write "$id", or move it to "properties" if it is a property']]],
  [
    '$anchor',
    [
      ['draft-04', 'write it as "id": "#name"'],
      ['draft-07', 'write it as "$id": "#name"'],
    ],
  ],
  [
    '$dynamicAnchor',
    [
      ['draft-07', 'remove it'],
      ['2019-09', 'write "$recursiveAnchor": true'],
    ],
  ],
  [
    '$dynamicRef',
    [
      ['draft-07', 'write "$ref"'],
      ['2019-09', 'write "$recursiveRef"'],
    ],
  ],
  [
    '$recursiveRef',
    [
      ['draft-07', 'write "$ref"'],
      [ALWAYS, 'write "$dynamicRef"'],
    ],
  ],
  [
    '$recursiveAnchor',
    [
      ['draft-07', 'remove it'],
      [ALWAYS, 'write "$dynamicAnchor"'],
    ],
  ],
  ['const', [[ALWAYS, 'write "enum" with this one value']]],
  ['contains', [[ALWAYS, 'write {"not": {"items": {"not": …}}}']]],
  ['propertyNames', [[ALWAYS, 'write "patternProperties" with "additionalProperties": false']]],
  ['if', [[ALWAYS, 'move to draft-07 or later, or write the condition with "anyOf" and "not"']]],
  ['then', [[ALWAYS, 'move to draft-07 or later, or write it with "anyOf" and "not"']]],
  ['else', [[ALWAYS, 'move to draft-07 or later, or write it with "anyOf" and "not"']]],
  ['dependentRequired', [[ALWAYS, 'write "dependencies"']]],
  ['dependentSchemas', [[ALWAYS, 'write "dependencies"']]],
  ['minContains', [[ALWAYS, MOVE]]],
  ['maxContains', [[ALWAYS, MOVE]]],
  ['unevaluatedProperties', [[ALWAYS, `${MOVE}, or close the object with "additionalProperties"`]]],
  ['unevaluatedItems', [[ALWAYS, `${MOVE}, or write "additionalItems"`]]],
  ['additionalItems', [[ALWAYS, 'write "items", which applies to the items after "prefixItems"']]],
  ['prefixItems', [[ALWAYS, 'put the array in "items", and use "additionalItems" for the items after it']]],
  ['nullable', [[ALWAYS, 'add "null" to the type']]],
  ['min', [[ALWAYS, 'write "minimum", "minLength" or "minItems"']]],
  ['max', [[ALWAYS, 'write "maximum", "maxLength" or "maxItems"']]],
  ['length', [[ALWAYS, 'write "minLength" and "maxLength"']]],
  ['regex', [[ALWAYS, 'write "pattern"']]],
  ['values', [[ALWAYS, 'write "enum"']]],
  ['choices', [[ALWAYS, 'write "enum"']]],
  ['optional', [[ALWAYS, 'omit the property from "required"']]],
  ['divisibleBy', [[ALWAYS, 'write "multipleOf"']]],
  ['disallow', [[ALWAYS, 'write "not"']]],
  ['extends', [[ALWAYS, 'write "allOf"']]],
]);

/** What to write in a dialect instead of a keyword that it does not have. Undefined if there is no advice. */
export function writeInstead(keyword: string, dialect: string): string | undefined {
  const age = ageOf(dialect);
  const advice = ADVICE.get(keyword)?.find(([until]) => age <= ageOf(until))?.[1];
  if (!isLikeDraft04(dialect) || dialect === 'draft-04') return advice;
  if (dialect === 'swagger-2.0' && IN_OPENAPI_3.has(keyword)) return 'convert the document to OpenAPI 3';
  return IN_SCHEMAS_ONLY.has(keyword) ? 'remove it' : advice?.replace(/^move to [\w-]+ or later/, CONVERT);
}

const CONVERT = 'convert the document to OpenAPI 3.1';

const IN_OPENAPI_3: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'not', 'nullable']);

/** Keywords that make no sense in the dialects of OpenAPI 2.0 and 3.0, although JSON Schema has them under another name. */
const IN_SCHEMAS_ONLY: ReadonlySet<string> = new Set([
  'id',
  '$id',
  '$anchor',
  '$dynamicAnchor',
  'prefixItems',
]);

function ageOf(dialect: string): number {
  return DIALECTS.findIndex((known) => known === dialect);
}

/** The dialects of a keyword: `from draft-07 on`, `up to 2019-09`, `in draft-04`. */
export function dialectRange(dialects: readonly string[]): string {
  const ofJsonSchema = dialects.filter((dialect) => dialectName(dialect) === dialect);
  const [first, last] = [ofJsonSchema[0], ofJsonSchema.at(-1)];
  if (first === undefined)
    return dialects.length === 1 ? `in ${dialectName(dialects[0] ?? '')}` : 'in OpenAPI';
  if (first === last && !dialects.includes(ALWAYS)) return `in ${first}`;
  return dialects.includes(ALWAYS) ? `from ${first} on` : `up to ${last}`;
}
