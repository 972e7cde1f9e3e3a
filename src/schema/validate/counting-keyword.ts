import type { KeywordCxt } from 'ajv';
import type { CodeKeywordDefinition, KeywordErrorCxt } from 'ajv/dist/types';

import { codegen } from './ajv-code';

/**
 * Makes a keyword with subschemas record how many errors each of them added: `before[i]` in the params of its error is the number of
 * errors that were added since subschema i began. Without it, nothing in ajv's flat list of errors says which of them belong to an
 * alternative of `anyOf`, and which were there before.
 */
export function countingKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  const { _ } = codegen();
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
      const subschema = context.subschema.bind(context);
      context.subschema = (application, valid) => {
        gen.code(_`${mark}.push(${names.errors})`);
        return subschema(application, valid);
      };
      definition.code(context, ruleType);
    },
  };
}
