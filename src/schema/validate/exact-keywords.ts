import type { CodeKeywordDefinition } from 'ajv/dist/types';

import { itemsIn } from '../../model/json/json-value';
import type { Evaluator } from '../evaluate/evaluator';
import { callable, codegen } from './ajv-code';
import type { StandIns } from './stand-ins';

/**
 * The keywords that ajv gets wrong in some cases, with the evaluator's answers: everything that depends on which properties and items were
 * evaluated.
 */
export function exactKeywords(evaluator: Evaluator, standIns: StandIns): readonly CodeKeywordDefinition[] {
  return [
    contains(evaluator, standIns),
    unevaluatedProperties(evaluator, standIns),
    unevaluatedItems(evaluator, standIns),
    discriminator(evaluator),
    excluded('readOnly'),
    excluded('writeOnly'),
  ];
}

/** Its error names the matching items, and the limit that their number breaks. */
function contains({ containedBy }: Evaluator, { meaningOf }: StandIns): CodeKeywordDefinition {
  const { _ } = codegen();
  return {
    keyword: 'contains',
    type: 'array',
    schemaType: ['object', 'boolean'],
    error: { message: '', params: ({ params }) => _`${params['wrong']}` },
    code: (context) => {
      const { data, gen, parentSchema } = context;
      const { minContains = 1, maxContains = Infinity } = parentSchema;
      const wrong = callable(context, (value: readonly unknown[]) => {
        const items = containedBy(parentSchema, itemsIn(meaningOf(value)));
        if (items.length > maxContains) return { items, limit: maxContains };
        return items.length < minContains ? { items, limit: minContains } : undefined;
      });
      const name = gen.const('wrong', _`${wrong}(${data})`);
      context.setParams({ wrong: name });
      context.fail(_`${name} !== undefined`);
    },
  };
}

/** Ajv has a keyword of this name too, but it only chooses among the alternatives of `oneOf`. */
function discriminator({ assertion }: Evaluator): CodeKeywordDefinition {
  const { _ } = codegen();
  return {
    keyword: 'discriminator',
    type: 'object',
    schemaType: 'object',
    error: { message: '', params: _`{}` },
    code: (context) => {
      const holds = callable(context, assertion(context.parentSchema, 'discriminator'));
      context.fail(_`!${holds}(${context.data})`);
    },
  };
}

/** In copies, the value of a property that is excluded from the direction is refused. */
function excluded(keyword: string): CodeKeywordDefinition {
  const { _ } = codegen();
  return {
    keyword,
    error: { message: '', params: _`{}` },
    code: (context) => {
      context.fail(_`true`);
    },
  };
}

function unevaluatedProperties({ evaluatedBy }: Evaluator, { meaningOf }: StandIns): CodeKeywordDefinition {
  const { _ } = codegen();
  const {
    default: definition,
  }: typeof import('ajv/dist/vocabularies/unevaluated/unevaluatedProperties') = require('ajv/dist/vocabularies/unevaluated/unevaluatedProperties');
  return {
    ...definition,
    code: (context) => {
      const { data, gen, it, parentSchema } = context;
      const seen = callable(context, (value: unknown) => {
        const names: Record<string, true> = Object.create(null);
        for (const name of evaluatedBy(parentSchema, meaningOf(value)).properties) names[name] = true;
        return names;
      });
      // What ajv's own definition would have collected while it validated.
      it.props = gen.const('seen', _`${seen}(${data})`);
      definition.code(context);
    },
  };
}

function unevaluatedItems({ evaluatedBy }: Evaluator, { meaningOf }: StandIns): CodeKeywordDefinition {
  const { _, not } = codegen();
  const { Type }: typeof import('ajv/dist/compile/util') = require('ajv/dist/compile/util');
  const {
    default: definition,
  }: typeof import('ajv/dist/vocabularies/unevaluated/unevaluatedItems') = require('ajv/dist/vocabularies/unevaluated/unevaluatedItems');
  return {
    ...definition,
    code: (context) => {
      const { data, gen, parentSchema, schema } = context;
      const others = callable(context, (value: readonly unknown[]) => {
        const { items } = evaluatedBy(parentSchema, meaningOf(value));
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
