import type { CodeKeywordDefinition, KeywordDefinition, Vocabulary } from 'ajv';

import { conditionKeyword } from './condition-keyword';
import { countingKeyword } from './counting-keyword';
import { prefixKeyword } from './prefix-keyword';

const COUNTED: ReadonlySet<unknown> = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames']);

/** The vocabularies of 2020-12 that assert something, with fixes for ajv, and keywords that record which errors their subschemas added. */
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
  ].map((vocabulary) => vocabulary.map(adapt));
}

function adapt(definition: KeywordDefinition | string): KeywordDefinition | string {
  if (typeof definition === 'string' || !isCode(definition)) return definition;
  if (definition.keyword === 'if') return conditionKeyword(definition);
  if (definition.keyword === 'prefixItems') return prefixKeyword(definition);
  return COUNTED.has(definition.keyword) ? countingKeyword(definition) : definition;
}

function isCode(definition: KeywordDefinition): definition is CodeKeywordDefinition {
  return 'code' in definition;
}
