import type { AnySchema, ValidateFunction } from 'ajv';
import type { UriResolver } from 'ajv/dist/types';

import { isJsonObject } from '../../model/json-value';
import type { Formats } from '../formats/formats';
import { reachableNodes, type SchemaNode } from '../link/schema-node';
import { assertingVocabularies } from './vocabularies';

/** Compiles nodes into functions that judge a value. Throws what the validator throws. */
export interface Validator {
  readonly compile: (root: SchemaNode) => ValidateFunction;
}

export function createValidator(formats: Formats, unicodePatterns: boolean): Validator {
  const instances = new Map<boolean, ReturnType<typeof createAjv>>();
  return {
    compile: (root) => {
      const nodes = reachableNodes(root, 'asserted');
      const unevaluated = nodes.some((node) => node.usesUnevaluated);
      const ajv = instances.get(unevaluated) ?? createAjv(unevaluated, unicodePatterns);
      instances.set(unevaluated, ajv);
      for (const node of nodes) {
        for (const name of node.formats) {
          const format = formats.find(name);
          if (format !== undefined) ajv.addFormat(name, format);
        }
        if (ajv.schemas[node.key] === undefined) ajv.addSchema(asSchema(node.copy), node.key);
      }
      const validate = ajv.getSchema(root.key);
      if (validate === undefined) throw new Error(`the schema ${root.key} is not known to the validator`);
      return validate;
    },
  };
}

/** Every reference in a copy is the key of a node: there is nothing to resolve, and parsing URIs takes time. */
const KEYS_AS_URIS: UriResolver = {
  parse: (key) => ({ path: key }),
  resolve: (_, key) => key,
  serialize: ({ path = '' }) => path,
};

/**
 * The validator with the vocabularies of 2020-12 that assert. Its own classes also bring meta-schemas, annotations and dynamic
 * references, which the copies do not need and need not load.
 */
function createAjv(unevaluated: boolean, unicodePatterns: boolean) {
  const { default: Ajv }: typeof import('ajv/dist/core') = require('ajv/dist/core');
  const ajv = new Ajv({
    // Every violation is wanted. Stopping at the first would not compile faster, and would be wrong: after a list shorter than its
    // `prefixItems`, code that stops skips `contains`.
    allErrors: true,
    verbose: true,
    messages: false,
    // The copies hold only what is known; what strict mode would refuse beyond that is legal.
    strict: false,
    logger: false,
    meta: false,
    validateSchema: false,
    // Without it a key named `constructor` is never missing.
    ownProperties: true,
    code: { optimize: false },
    unicodeRegExp: unicodePatterns,
    // A definition that many schemas share is compiled once.
    inlineRefs: false,
    uriResolver: KEYS_AS_URIS,
    next: true,
    unevaluated,
  });
  for (const vocabulary of assertingVocabularies()) ajv.addVocabulary(vocabulary);
  return ajv;
}

function asSchema(copy: unknown): AnySchema {
  return isJsonObject(copy) ? copy : copy === true;
}
