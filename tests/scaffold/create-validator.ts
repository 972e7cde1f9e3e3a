import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

// Without `allErrors` this validator misses a missing property whose name is empty.
const STRICT = { strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true };
const BY_NAME = addFormats(new Ajv2020(STRICT));
const BY_OWN_NAME = addFormats(new Ajv2020({ ...STRICT, ownProperties: true }));

/**
 * Compiles a schema with an independent validator that also checks formats. With `own`, it ignores properties that every
 * object inherits.
 */
export function createValidator(
  schema: object,
  properties: 'any' | 'own' = 'any',
): (value: unknown) => boolean {
  const validate = (properties === 'own' ? BY_OWN_NAME : BY_NAME).compile(schema);
  return (value) => validate(value);
}
