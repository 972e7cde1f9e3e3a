const OBJECT = ['properties', 'patternProperties', 'additionalProperties', 'required'];
const ARRAY = ['items', 'prefixItems'];
const SAME_VALUE = new Set(['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas', 'dependencies']);
const INSIDE = new Set(
  'properties patternProperties additionalProperties unevaluatedProperties items prefixItems additionalItems unevaluatedItems $defs'.split(
    ' ',
  ),
);

/** A schema with the types that its author meant: one with `properties` is about objects, one with `items` about arrays. */
export function withMeantTypes(schema, isTyped = false) {
  if (typeof schema !== 'object') return schema;
  const has = (names) => names.some((name) => Object.hasOwn(schema, name));
  const types = [...(has(OBJECT) ? ['object'] : []), ...(has(ARRAY) ? ['array'] : [])];
  const isOwn = isTyped || has(['type', 'const', 'enum']);
  const typed = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => {
      if (SAME_VALUE.has(name)) return [name, mapped(name, value, isOwn || types.length > 0)];
      return [name, INSIDE.has(name) ? mapped(name, value, false) : value];
    }),
  );
  return isOwn || types.length === 0 ? typed : { ...typed, type: types };
}

function mapped(name, value, isTyped) {
  if (Array.isArray(value)) return value.map((schema) => withMeantTypes(schema, isTyped));
  if (!['properties', 'patternProperties', '$defs', 'dependentSchemas', 'dependencies'].includes(name))
    return withMeantTypes(value, isTyped);
  return Object.fromEntries(
    Object.entries(value).map(([key, schema]) => [key, withMeantTypes(schema, isTyped)]),
  );
}

/** Why a value that a schema accepts does not compile; undefined where it should. */
export function whyNotCompiled({ schema, data, isMeant }) {
  if (!isMeant) return 'without `type`, the schema accepts other values than its author meant';
  const listed = Object.keys(schema.properties ?? {});
  return listed.some((name) => name in {} && !Object.hasOwn(data, name))
    ? 'every object inherits a property with this name'
    : undefined;
}

const COMPARED =
  'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern'.split(' ');
const COUNTED =
  'minItems maxItems uniqueItems contains minContains maxContains minProperties maxProperties'.split(' ');

/** Why a value that a schema refuses compiles; undefined where it should not. `keywords` are those that refuse it. */
export function whyCompiled({ schema, data, keywords }) {
  const text = JSON.stringify(schema);
  const all = (names) => keywords.length > 0 && keywords.every((keyword) => names.includes(keyword));
  const numbers = JSON.stringify(data).match(/-?\d[\d.eE+-]*/g) ?? [];
  const rows = [
    [all(COMPARED), 'types do not compare numbers and texts'],
    [all([...COUNTED, ...COMPARED]), 'types do not count, find or compare items and properties'],
    [keywords.includes('oneOf'), 'a union also has the values that satisfy several alternatives'],
    [keywords.includes('not'), 'no type is another one without some of its values'],
    [keywords.includes('anyOf'), 'the alternatives differ only in what types cannot say'],
    [keywords.includes('propertyNames'), 'types restrict the names of properties only by listing them'],
    [text.includes('"patternProperties"'), 'an index signature is for all names, not for those that match'],
    [
      /"type":(?:"integer"|\[[^\]]*"integer")/.test(text) && numbers.some((number) => number.includes('.')),
      'there is no type of integers',
    ],
    [numbers.some((number) => Math.abs(number) >= 2 ** 53 - 1), 'JavaScript rounds numbers beyond 2^53'],
    [
      typeof schema.additionalProperties === 'object' && schema.properties !== undefined,
      'an index signature also covers the listed properties',
    ],
    [text.includes('"contains"'), 'types do not say which items `contains` evaluates'],
    [text.includes('"if"'), 'the condition divides values as no type does'],
    [(schema.required ?? []).some((name) => name in {}), 'every object inherits a property with this name'],
  ];
  return rows.find(([applies]) => applies)?.[1];
}
