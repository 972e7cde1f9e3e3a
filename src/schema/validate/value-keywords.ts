import type { CodeKeywordDefinition } from 'ajv/dist/types';

import { itemsIn } from '../../model/json/json-value';
import { equalItems } from '../evaluate/equal-items';
import type { Evaluator } from '../evaluate/evaluator';
import { callable, codegen } from './ajv-code';
import type { StandIns } from './stand-ins';

/** The keywords whose answer depends on the value of a number in the schema or in the document. */
const ABOUT_NUMBERS: ReadonlySet<string> = new Set([
  'maximum',
  'minimum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'multipleOf',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
  'maxProperties',
  'minProperties',
  'const',
  'enum',
  'format',
]);

/** A keyword of ajv that asks the evaluator about numbers, which ajv rounds. Any other keyword is returned as it is. */
export function valueKeyword(
  definition: CodeKeywordDefinition,
  evaluator: Evaluator,
  standIns: StandIns,
): CodeKeywordDefinition {
  const { keyword, type } = definition;
  const common = { keyword, ...(type === undefined ? {} : { type }) };
  if (keyword === 'uniqueItems') return { ...common, ...uniqueItems(standIns) };
  return [keyword].flat().every((name) => ABOUT_NUMBERS.has(name))
    ? { ...common, ...answered(evaluator, standIns) }
    : definition;
}

type Answer = Pick<CodeKeywordDefinition, 'error' | 'code'>;

function answered({ assertion }: Evaluator, { meaningOf }: StandIns): Answer {
  const { _ } = codegen();
  return {
    error: { message: '', params: _`{}` },
    code: (context) => {
      const { data, it, keyword, parentSchema } = context;
      const holds = assertion(parentSchema, keyword);
      const answer = callable(context, (value: unknown, parent: unknown, property: unknown) =>
        holds(meaningOf(value, parent, property)),
      );
      context.fail(_`!${answer}(${data}, ${it.parentData}, ${it.parentDataProperty})`);
    },
  };
}

/** Its error names two equal items. */
function uniqueItems({ meaningOf }: StandIns): Answer {
  const { _ } = codegen();
  return {
    error: { message: '', params: ({ params }) => _`${params['equal']}` },
    code: (context) => {
      if (context.schema !== true) return;
      const find = callable(context, (value: unknown) => equalItems(itemsIn(meaningOf(value))));
      const equal = context.gen.const('equal', _`${find}(${context.data})`);
      context.setParams({ equal });
      context.fail(_`${equal} !== undefined`);
    },
  };
}
