import type { KeywordCxt } from 'ajv';
import type { CodeKeywordDefinition, KeywordErrorCxt } from 'ajv/dist/types';

/**
 * A keyword that judges by subschemas, made to tell how many errors each of them added: `before[i]` in the error's params is
 * how many errors were added since subschema i began. The validator's errors are one flat list in which nothing else says
 * which belong to an alternative of `anyOf` and which were there already.
 */
export function countingKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  const { _ }: typeof import('ajv/dist/compile/codegen') = require('ajv/dist/compile/codegen');
  const { default: names }: typeof import('ajv/dist/compile/names') = require('ajv/dist/compile/names');
  const marks = new WeakMap<KeywordErrorCxt, ReturnType<KeywordCxt['gen']['const']>>();
  const params = definition.error?.params;
  return {
    ...definition,
    error: {
      message: '',
      params: (context) => {
        const own = typeof params === 'function' ? params(context) : (params ?? _`{}`);
        return _`{...${own}, before: ${marks.get(context)}.map((mark) => ${names.errors} - mark)}`;
      },
    },
    code: (context, ruleType) => {
      const { gen } = context;
      const mark = gen.const('marks', _`[]`);
      marks.set(context, mark);
      const judge = context.subschema.bind(context);
      context.subschema = (application, valid) => {
        gen.code(_`${mark}.push(${names.errors})`);
        return judge(application, valid);
      };
      definition.code(context, ruleType);
    },
  };
}
