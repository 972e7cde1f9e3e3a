import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { brief } from '../../engine/brief';
import { tempProject } from '../../engine/temp-project';
import { findingsOf } from '../rule-fixtures';

describe('project-has-documents', () => {
  test('accepts a project with a sample', async () => {
    expect(await findingsOf('project-has-documents/right')).toEqual([]);
  });

  test('rejects a project that would pass without checking anything', async () => {
    expect(await findingsOf('project-has-documents/wrong')).toEqual([
      {
        ruleId: 'project-has-documents',
        severity: 'error',
        message:
          'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test.each([
    [
      'schema: {}, examples: { one: { externalValue: a.json } }',
      '2:122-2:128 error example-resolves /paths/~1a/get/responses/200/content/application~1json/examples/one/externalValue there is no example at "a.json": fix the path, or add the file {project-has-documents}',
    ],
    [
      'example: 5',
      '2:74-2:75 error example-has-schema /paths/~1a/get/responses/200/content/application~1json GET /a → 200 has an example but no "schema", so the example is not checked: add one {project-has-documents}',
    ],
    [
      'schema: {}, examples: 5',
      '2:98-2:99 error openapi-readable /paths/~1a/get/responses/200/content/application~1json/examples expected an object with examples by name, each with its "value", got 5: write "example" {project-has-documents}',
    ],
  ])('is one finding with the reason why nothing was checked: %s', async (example, finding) => {
    const cwd = tempProject({ 'openapi.yaml': withExample(example) });
    const { findings } = await check({ cwd, paths: ['openapi.yaml'], cache: false });
    expect(findings.filter(({ severity }) => severity !== 'info').map(brief)).toEqual([
      `openapi.yaml ${finding}`,
    ]);
  });
});

function withExample(example: string): string {
  return `openapi: 3.0.3\npaths: { /a: { get: { responses: { '200': { content: { application/json: { ${example} } } } } } } }\ninfo: {}\n`;
}
