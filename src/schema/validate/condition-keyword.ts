import type { Name } from 'ajv/dist/compile/codegen';
import type { CodeKeywordDefinition } from 'ajv/dist/types';

/**
 * Fixes ajv's `if` for `unevaluatedProperties` and `unevaluatedItems`. What a condition looks at counts as evaluated only where the
 * condition is true. Ajv counts it as evaluated in any case, and so would accept a property that nothing allows.
 */
export function conditionKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  return {
    ...definition,
    code: (context, ruleType) => {
      const subschema = context.subschema.bind(context);
      const merge = context.mergeEvaluated.bind(context);
      let condition: Name | undefined;
      context.subschema = (application, valid) => {
        if (application.keyword === 'if') condition = valid;
        return subschema(application, valid);
      };
      context.mergeEvaluated = (schema, toName) => {
        if (condition === undefined || toName !== undefined) merge(schema, toName);
        else context.mergeValidEvaluated(schema, condition);
      };
      definition.code(context, ruleType);
    },
  };
}
