import { hasExample } from '../../model/project/open-api';
import type { Rule } from '../rule';

export const operationHasExample: Rule<'operation'> = {
  id: 'operation-has-example',
  subject: 'operation',
  severity: 'info',
  summary: 'Every operation of an OpenAPI document has an example.',
  check: (operation) =>
    // Without any schema, an operation sends and receives nothing that an example could show.
    hasExample(operation) || operation.parts.every(({ schema }) => schema === undefined)
      ? []
      : [
          {
            at: operation.place,
            message: `${operation.label} has no example to check: add one to its request or to a response`,
            groupMessage:
              '{count} operations have no example to check: add one to a request or response of each',
          },
        ],
};
