import * as fc from 'fast-check';

/**
 * Schemas and values made to meet: they use the same few names, numbers and strings, so that keywords apply often and verdicts differ.
 * Only what two right validators must agree on is made: no format, no number beyond 2^53, and no pattern beyond plain letters.
 */

/** The dialects, from old to new. `age` compares them: drafts by number, later dialects by year. */
export const DIALECTS = [
  { name: 'draft-04', uri: 'http://json-schema.org/draft-04/schema#', definitions: 'definitions', age: 4 },
  { name: 'draft-06', uri: 'http://json-schema.org/draft-06/schema#', definitions: 'definitions', age: 6 },
  { name: 'draft-07', uri: 'http://json-schema.org/draft-07/schema#', definitions: 'definitions', age: 7 },
  { name: '2019-09', uri: 'https://json-schema.org/draft/2019-09/schema', definitions: '$defs', age: 2019 },
  { name: '2020-12', uri: 'https://json-schema.org/draft/2020-12/schema', definitions: '$defs', age: 2020 },
];

const NAMES = ['a', 'b', 'c', 'ab', 'toString'];
const NUMBERS = [-1, 0, 1, 2, 3, 0.5, 1.5];
const STRINGS = ['', 'a', 'b', 'ab', 'ba', 'é', '😀'];
const PATTERNS = ['^a', 'b$', 'a', '^$', '^[ab]+$'];
const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const COUNTS = [0, 1, 2, 3];
const DEFINITIONS = ['d0', 'd1', 'd2'];

const name = fc.constantFrom(...NAMES);
const number = fc.constantFrom(...NUMBERS);
const count = fc.constantFrom(...COUNTS);
const type = fc.constantFrom(...TYPES);
const pattern = fc.constantFrom(...PATTERNS);
const scalar = fc.oneof(fc.constantFrom(null, true, false), number, fc.constantFrom(...STRINGS));

/** A value of at most three levels. */
export const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(name, tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** A schema in a dialect, with the definitions that its references name. */
export function schemaIn(dialect) {
  return fc
    .record({
      root: schemaOfDepth(dialect, 3, 0),
      d0: schemaOfDepth(dialect, 2, 1),
      d1: schemaOfDepth(dialect, 2, 2),
      d2: schemaOfDepth(dialect, 1, DEFINITIONS.length),
    })
    .map(({ root, ...definitions }) => ({
      // Before 2019-09 a `$ref` hides the definitions next to it.
      ...(typeof root === 'boolean' || '$ref' in root ? { allOf: [root] } : root),
      $schema: dialect.uri,
      [dialect.definitions]: definitions,
    }));
}

/**
 * Some keywords at once, mostly about one kind of value, so that they meet: `unevaluatedItems` says nothing without other keywords about
 * items. A reference leads only to a definition after `first`, so that none leads back to itself.
 */
function schemaOfDepth(dialect, depth, first) {
  const { scalars, arrays, objects, combinators } = keywordsIn(dialect, depth, first);
  const object = fc.oneof(
    some([...scalars, ...arrays, ...objects, ...combinators], 4),
    some([...arrays, ...combinators], 6),
    some([...objects, ...combinators], 6),
  );
  return dialect.age < 6
    ? object
    : fc.oneof({ weight: 8, arbitrary: object }, { weight: 1, arbitrary: fc.boolean() });
}

/** At most so many of the keywords; the last one of a name counts. */
function some(keywords, maxLength) {
  return fc.array(fc.oneof(...keywords), { maxLength }).map((entries) => Object.assign({}, ...entries));
}

function keyword(key, arbitrary) {
  return arbitrary.map((of) => ({ [key]: of }));
}

function keywordsIn(dialect, depth, first) {
  const leaves = assertionsOf(dialect);
  if (depth === 0) return { ...leaves, combinators: [] };
  const schema = schemaOfDepth(dialect, depth - 1, first);
  const several = fc.array(schema, { minLength: 1, maxLength: 3 });
  return {
    scalars: leaves.scalars,
    arrays: [...leaves.arrays, ...aboutItems(dialect, schema, several)],
    objects: [...leaves.objects, ...aboutProperties(dialect, schema)],
    combinators: [...combinatorsOf(dialect, schema, several), ...referencesIn(dialect, first)],
  };
}

function assertionsOf({ age }) {
  const counts = (...keys) => keys.map((key) => keyword(key, count));
  const exclusive = (bound, limit) =>
    age < 6 ? fc.record({ [bound]: number, [limit]: fc.boolean() }) : keyword(limit, number);
  return {
    scalars: [
      keyword('type', fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 }))),
      keyword('enum', fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: JSON.stringify })),
      keyword('multipleOf', fc.constantFrom(1, 2, 0.5)),
      keyword('minimum', number),
      keyword('maximum', number),
      exclusive('minimum', 'exclusiveMinimum'),
      exclusive('maximum', 'exclusiveMaximum'),
      keyword('pattern', pattern),
      ...counts('minLength', 'maxLength'),
      ...when(age >= 6, keyword('const', value)),
    ],
    arrays: [keyword('uniqueItems', fc.boolean()), ...counts('minItems', 'maxItems')],
    objects: [
      keyword('required', fc.uniqueArray(name, { minLength: 1, maxLength: 2 })),
      ...counts('minProperties', 'maxProperties'),
      ...when(age >= 2019, keyword('dependentRequired', perName(fc.uniqueArray(name, { maxLength: 2 })))),
    ],
  };
}

function when(present, ...keywords) {
  return present ? keywords : [];
}

function perName(of) {
  return fc.dictionary(name, of, { minKeys: 1, maxKeys: 2 });
}

function aboutItems({ age }, schema, several) {
  const counted = { contains: schema, minContains: count, maxContains: count };
  return [
    keyword('items', schema),
    ...when(age >= 6, keyword('contains', schema)),
    ...when(age < 2020, keyword('items', several), keyword('additionalItems', schema)),
    ...when(
      age >= 2019,
      fc.record(counted, { requiredKeys: ['contains'] }),
      keyword('unevaluatedItems', schema),
      keyword('unevaluatedItems', fc.constant(false)),
    ),
    ...when(age >= 2020, keyword('prefixItems', several)),
  ];
}

function aboutProperties({ age }, schema) {
  const namesOrSchema = fc.oneof(schema, fc.uniqueArray(name, { minLength: 1, maxLength: 2 }));
  return [
    keyword('properties', perName(schema)),
    keyword('patternProperties', fc.dictionary(pattern, schema, { minKeys: 1, maxKeys: 2 })),
    keyword('additionalProperties', schema),
    ...when(age < 6, keyword('additionalProperties', fc.boolean())),
    ...when(age >= 6, keyword('propertyNames', schema)),
    ...when(age < 2019, keyword('dependencies', perName(namesOrSchema))),
    ...when(
      age >= 2019,
      keyword('dependentSchemas', perName(schema)),
      keyword('unevaluatedProperties', schema),
      keyword('unevaluatedProperties', fc.constant(false)),
    ),
  ];
}

function combinatorsOf({ age }, schema, several) {
  return [
    ...['allOf', 'anyOf', 'oneOf'].map((key) => keyword(key, several)),
    keyword('not', schema),
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword `then`
    ...when(age >= 7, fc.record({ if: schema, then: schema, else: schema }, { requiredKeys: ['if'] })),
  ];
}

/** References to definitions after `first`. */
function referencesIn({ age, definitions }, first) {
  const targets = DEFINITIONS.slice(first);
  if (targets.length === 0) return [];
  const pointer = fc.constantFrom(...targets).map((target) => `#/${definitions}/${target}`);
  return [keyword('$ref', pointer), ...when(age >= 2020, keyword('$dynamicRef', pointer))];
}
