import type { CodeKeywordDefinition } from 'ajv/dist/types';

/**
 * `prefixItems` made right for lists that are shorter than the prefix. Where the validator stops at the first error, as it does
 * within `if` and `not`, it goes on only if the last item was valid, which an item that is not there never is: `contains` after
 * it was not looked at.
 */
export function prefixKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  const { _ }: typeof import('ajv/dist/compile/codegen') = require('ajv/dist/compile/codegen');
  return {
    ...definition,
    code: (context, ruleType) => {
      const goOn = context.ok.bind(context);
      context.ok = (condition) =>
        goOn(typeof condition === 'boolean' ? condition : _`${condition} !== false`);
      definition.code(context, ruleType);
    },
  };
}
