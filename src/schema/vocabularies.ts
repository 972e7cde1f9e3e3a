import type { CodeKeywordDefinition, KeywordDefinition, Vocabulary } from 'ajv';

import { countingKeyword } from './counting-keyword';

const COUNTED: ReadonlySet<unknown> = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames']);

/** The vocabularies of 2020-12 that assert, the keywords that judge by subschemas telling whose errors are whose. */
export function assertingVocabularies(): readonly Vocabulary[] {
  const core: typeof import('ajv/dist/vocabularies/core') = require('ajv/dist/vocabularies/core');
  const validation: typeof import('ajv/dist/vocabularies/validation') = require('ajv/dist/vocabularies/validation');
  const applicator: typeof import('ajv/dist/vocabularies/applicator') = require('ajv/dist/vocabularies/applicator');
  const next: typeof import('ajv/dist/vocabularies/next') = require('ajv/dist/vocabularies/next');
  const unevaluated: typeof import('ajv/dist/vocabularies/unevaluated') = require('ajv/dist/vocabularies/unevaluated');
  const format: typeof import('ajv/dist/vocabularies/format') = require('ajv/dist/vocabularies/format');
  return [
    core.default,
    validation.default,
    applicator.default(true),
    next.default,
    unevaluated.default,
    format.default,
  ].map((vocabulary) => vocabulary.map(counted));
}

function counted(definition: KeywordDefinition | string): KeywordDefinition | string {
  return typeof definition !== 'string' && isCode(definition) && COUNTED.has(definition.keyword)
    ? countingKeyword(definition)
    : definition;
}

function isCode(definition: KeywordDefinition): definition is CodeKeywordDefinition {
  return 'code' in definition;
}
