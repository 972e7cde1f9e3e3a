import type { CodeKeywordDefinition, KeywordDefinition, Vocabulary } from 'ajv';

import type { Evaluator } from '../evaluate/evaluator';
import { countingKeyword } from './counting-keyword';
import { exactKeywords } from './exact-keywords';
import type { StandIns } from './stand-ins';
import { valueKeyword } from './value-keywords';

const COUNTED: ReadonlySet<unknown> = new Set(['anyOf', 'oneOf', 'propertyNames']);

/**
 * The vocabularies of 2020-12 that assert something: with the evaluator's answers where ajv may be wrong, and with
 * the errors that each subschema of `anyOf`, `oneOf` and `propertyNames` added.
 */
export function assertingVocabularies(evaluator: Evaluator, standIns: StandIns): readonly Vocabulary[] {
  const core: typeof import('ajv/dist/vocabularies/core') = require('ajv/dist/vocabularies/core');
  const validation: typeof import('ajv/dist/vocabularies/validation') = require('ajv/dist/vocabularies/validation');
  const applicator: typeof import('ajv/dist/vocabularies/applicator') = require('ajv/dist/vocabularies/applicator');
  const next: typeof import('ajv/dist/vocabularies/next') = require('ajv/dist/vocabularies/next');
  const format: typeof import('ajv/dist/vocabularies/format') = require('ajv/dist/vocabularies/format');
  const exact = exactKeywords(evaluator, standIns);
  const replaced = new Set(exact.map(({ keyword }) => keyword));
  const own = [core.default, validation.default, applicator.default(true), next.default, format.default].map(
    (vocabulary) =>
      vocabulary
        .filter((definition) => typeof definition === 'string' || !replaced.has(definition.keyword))
        .map((definition) => {
          if (typeof definition === 'string' || !isCode(definition)) return definition;
          return COUNTED.has(definition.keyword)
            ? countingKeyword(definition)
            : valueKeyword(definition, evaluator, standIns);
        }),
  );
  return [...own, [...exact]];
}

function isCode(definition: KeywordDefinition): definition is CodeKeywordDefinition {
  return 'code' in definition;
}
