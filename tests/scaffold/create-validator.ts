import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

// Without `allErrors` this validator overlooks a missing key of no characters.
const STRICT = { strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true };
const BY_NAME = addFormats(new Ajv2020(STRICT));
const BY_OWN_NAME = addFormats(new Ajv2020({ ...STRICT, ownProperties: true }));

/**
 * Whether a value satisfies a schema, by an independent validator with formats asserted; `own` tells it not to take a
 * key that every object inherits for a key of the document.
 */
export function createValidator(
  schema: object,
  properties: 'any' | 'own' = 'any',
): (value: unknown) => boolean {
  const validate = (properties === 'own' ? BY_OWN_NAME : BY_NAME).compile(schema);
  return (value) => validate(value);
}
