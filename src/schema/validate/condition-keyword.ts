import type { Name } from 'ajv/dist/compile/codegen';
import type { CodeKeywordDefinition } from 'ajv/dist/types';

/**
 * `if` made right for `unevaluatedProperties` and `unevaluatedItems`: what a condition looks at is evaluated only where it holds.
 * The validator takes it as evaluated in any case, and would let a key pass that nothing allows.
 */
export function conditionKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  return {
    ...definition,
    code: (context, ruleType) => {
      const judge = context.subschema.bind(context);
      const merge = context.mergeEvaluated.bind(context);
      let condition: Name | undefined;
      context.subschema = (application, valid) => {
        if (application.keyword === 'if') condition = valid;
        return judge(application, valid);
      };
      context.mergeEvaluated = (schema, toName) => {
        if (condition === undefined || toName !== undefined) merge(schema, toName);
        else context.mergeValidEvaluated(schema, condition);
      };
      definition.code(context, ruleType);
    },
  };
}
