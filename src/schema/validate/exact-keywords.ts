import type { KeywordCxt } from 'ajv';
import type { CodeKeywordDefinition } from 'ajv/dist/types';

import { isJsonObject } from '../../model/json-value';
import { nothingEvaluated, type Evaluated } from '../evaluate/evaluated';
import type { Evaluator } from '../evaluate/evaluator';
import { isMultipleOf } from '../evaluate/exact-number';

/**
 * The keywords that ajv gets wrong in some cases, with the evaluator's answers: `multipleOf` with decimals, and everything that depends on which
 * properties and items were evaluated. Ajv keeps the wording of their errors.
 */
export function exactKeywords(evaluator: Evaluator): readonly CodeKeywordDefinition[] {
  return [multipleOf(), contains(evaluator), unevaluatedProperties(evaluator), unevaluatedItems(evaluator)];
}

function multipleOf(): CodeKeywordDefinition {
  const { _ } = codegen();
  return {
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: { message: '', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
    code: (context) => {
      const holds = context.gen.scopeValue('func', { ref: isMultipleOf });
      context.fail(_`!${holds}(${context.data}, ${context.schemaCode})`);
    },
  };
}

/** Its error names the matching items, and the limit that their number breaks. */
function contains({ containedBy }: Evaluator): CodeKeywordDefinition {
  const { _ } = codegen();
  return {
    keyword: 'contains',
    type: 'array',
    schemaType: ['object', 'boolean'],
    error: { message: '', params: ({ params }) => _`${params['wrong']}` },
    code: (context) => {
      const { data, gen, parentSchema } = context;
      const { minContains = 1, maxContains = Infinity } = parentSchema;
      const wrong = call(context, (value: readonly unknown[]) => {
        const items = containedBy(parentSchema, value);
        if (items.length > maxContains) return { items, limit: maxContains };
        return items.length < minContains ? { items, limit: minContains } : undefined;
      });
      const name = gen.const('wrong', _`${wrong}(${data})`);
      context.setParams({ wrong: name });
      context.fail(_`${name} !== undefined`);
    },
  };
}

function unevaluatedProperties(evaluator: Evaluator): CodeKeywordDefinition {
  const { _ } = codegen();
  const {
    default: definition,
  }: typeof import('ajv/dist/vocabularies/unevaluated/unevaluatedProperties') = require('ajv/dist/vocabularies/unevaluated/unevaluatedProperties');
  return {
    ...definition,
    code: (context) => {
      const { data, gen, it, parentSchema } = context;
      const seen = call(context, (value: unknown) => {
        const names: Record<string, true> = Object.create(null);
        for (const name of evaluatedIn(parentSchema, value, evaluator).properties) names[name] = true;
        return names;
      });
      // What ajv's own definition would have collected while it validated.
      it.props = gen.const('seen', _`${seen}(${data})`);
      definition.code(context);
    },
  };
}

function unevaluatedItems(evaluator: Evaluator): CodeKeywordDefinition {
  const { _, not } = codegen();
  const { Type }: typeof import('ajv/dist/compile/util') = require('ajv/dist/compile/util');
  const {
    default: definition,
  }: typeof import('ajv/dist/vocabularies/unevaluated/unevaluatedItems') = require('ajv/dist/vocabularies/unevaluated/unevaluatedItems');
  return {
    ...definition,
    code: (context) => {
      const { data, gen, parentSchema, schema } = context;
      const others = call(context, (value: readonly unknown[]) => {
        const { items } = evaluatedIn(parentSchema, value, evaluator);
        return [...value.keys()].filter((index) => !items.has(index));
      });
      const indexes = gen.const('others', _`${others}(${data})`);
      if (schema === false) {
        context.setParams({ len: _`${indexes}[0]` });
        context.fail(_`${indexes}.length > 0`);
        return;
      }
      const valid = gen.let('valid', true);
      gen.forOf('index', indexes, (index) => {
        const accepts = gen.name('accepts');
        context.subschema({ keyword: 'unevaluatedItems', dataProp: index, dataPropType: Type.Num }, accepts);
        gen.if(not(accepts), () => gen.assign(valid, false));
      });
      context.ok(valid);
    },
  };
}

function evaluatedIn(schema: unknown, value: unknown, { evaluatedBy }: Evaluator): Evaluated {
  return isJsonObject(schema) ? evaluatedBy(schema, value) : nothingEvaluated();
}

/** A function of ours as generated code can call it. */
function call({ gen }: KeywordCxt, ref: unknown) {
  return gen.scopeValue('func', { ref });
}

function codegen(): typeof import('ajv/dist/compile/codegen') {
  return require('ajv/dist/compile/codegen');
}
