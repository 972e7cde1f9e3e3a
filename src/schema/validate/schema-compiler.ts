import type { AnySchema } from 'ajv';
import type { UriResolver } from 'ajv/dist/types';

import { isJsonObject } from '../../model/json/json-value';
import type { FindErrors } from '../errors/find-errors';
import type { Evaluator } from '../evaluate/evaluator';
import { reachableNodes, type SchemaNode } from '../link/schema-node';
import { compilePattern } from '../patterns/pattern-reading';
import { createStandIns, type StandIns } from './stand-ins';
import { assertingVocabularies } from './vocabularies';

/** Compiles nodes into functions that find what is wrong with a value. Throws what ajv throws. */
export interface SchemaCompiler {
  readonly compile: (root: SchemaNode) => FindErrors;
}

export function createSchemaCompiler(unicodePatterns: boolean, evaluator: Evaluator): SchemaCompiler {
  const standIns = createStandIns();
  let instance: ReturnType<typeof createAjv> | undefined;
  return {
    compile: (root) => {
      const nodes = reachableNodes(root, 'asserted');
      const ajv = (instance ??= createAjv(evaluator, standIns, unicodePatterns));
      for (const node of nodes) {
        if (ajv.schemas[node.key] === undefined) ajv.addSchema(asSchema(node.copy), node.key);
      }
      const validate = ajv.getSchema(root.key);
      if (validate === undefined) throw new Error(`ajv does not know the schema ${root.key}`);
      return (value) => standIns.during(value, (copy) => (validate(copy) ? [] : (validate.errors ?? [])));
    },
  };
}

/** Ajv reads patterns as the evaluator does. `code` would name the function in generated files. */
const REGULAR_EXPRESSIONS = Object.assign(
  (pattern: string, flags: string) => compilePattern(pattern, flags.includes('u')),
  { code: 'compilePattern' },
);

/** Every reference in a copy is the key of a node, so there is nothing to resolve, and parsing URIs would only take time. */
const KEYS_AS_URIS: UriResolver = {
  parse: (key) => ({ path: key }),
  resolve: (_, key) => key,
  serialize: ({ path = '' }) => path,
};

/**
 * Ajv with the vocabularies of 2020-12 that assert something. Ajv's own classes also load meta-schemas, annotations and dynamic references,
 * which the copies do not need.
 */
function createAjv(evaluator: Evaluator, standIns: StandIns, unicodePatterns: boolean) {
  const { default: Ajv }: typeof import('ajv/dist/core') = require('ajv/dist/core');
  const ajv = new Ajv({
    // Every violation is needed, and stopping at the first one would not compile faster.
    allErrors: true,
    verbose: true,
    messages: false,
    // The copies contain only known keywords; everything else that strict mode rejects is allowed.
    strict: false,
    logger: false,
    meta: false,
    validateSchema: false,
    // Without it, a property named `constructor` would never be missing.
    ownProperties: true,
    code: { optimize: false, regExp: REGULAR_EXPRESSIONS },
    unicodeRegExp: unicodePatterns,
    // So a definition that many schemas share is compiled once.
    inlineRefs: false,
    uriResolver: KEYS_AS_URIS,
    next: true,
  });
  for (const vocabulary of assertingVocabularies(evaluator, standIns)) ajv.addVocabulary(vocabulary);
  return ajv;
}

function asSchema(copy: unknown): AnySchema {
  return isJsonObject(copy) ? copy : copy === true;
}
