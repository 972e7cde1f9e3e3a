import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { sampleMatchesSchema } from '../../../src/rules/contracts/sample-matches-schema';
import { brief } from '../../engine/brief';
import { schemaObjectPossible } from '../../../src/rules/schemas/schema-object-possible';
import { judgeProject } from '../../engine/check-made';
import { tempProject } from '../../engine/temp-project';
import { checkFixture, findingsOf } from '../rule-fixtures';

describe('schema-object-possible', () => {
  test('accepts closed parts that know what the others require, and schemas that are closed as a whole', async () => {
    expect(await findingsOf('schema-object-possible/right')).toEqual([]);
  });

  test('warns where a closed part excludes what another part requires', async () => {
    const { findings } = await checkFixture('schema-object-possible/wrong', [schemaObjectPossible]);
    expect(findings.map(brief)).toEqual([
      'schemas/older.json 3:5-3:12 warning schema-object-possible /allOf one part requires "id", which `additionalProperties: false` in another part excludes, so no object can satisfy this: declare it in the closed part too, such as "id": {} (schemas/older.json 13:37 excludes "id") (schemas/older.json 6:17 requires "id")',
      'schemas/server.json 4:5-4:12 warning schema-object-possible /allOf one part requires "id", which `additionalProperties: false` in another part excludes, so no object can satisfy this: remove it there, and write `unevaluatedProperties: false` next to the `allOf`, where it sees all parts (schemas/server.json 14:37 excludes "id") (schemas/server.json 59:17 requires "id")',
      'schemas/server.json 19:13-19:19 warning schema-object-possible /properties/image/$ref one part requires "id", which `additionalProperties: false` in another part excludes, so no object can satisfy this: write `unevaluatedProperties: false` instead of `additionalProperties: false`, because it sees all parts (schemas/server.json 25:37 excludes "id") (schemas/server.json 59:17 requires "id")',
      'schemas/server.json 28:13-28:20 warning schema-object-possible /properties/flavor/allOf one part requires "disk" and "cpus", which `unevaluatedProperties: false` in another part excludes, so no object can satisfy this: remove it there, and write `unevaluatedProperties: false` next to the `allOf`, where it sees all parts (schemas/server.json 38:46 excludes "disk") (schemas/server.json 44:25 requires "disk")',
    ]);
  });

  test('no sample is blamed for it', async () => {
    const { findings } = await checkFixture('schema-object-possible/wrong', [sampleMatchesSchema]);
    expect(findings.map(brief)).toEqual([
      'api_samples/server.json 2:5-2:9 error sample-matches-schema /id one part of the schema requires "id", and another excludes it, so no object can satisfy it: fix the schema',
    ]);
  });

  describe('where several closed parts exclude what others require', () => {
    const parts = [
      { properties: { a: {} }, required: ['a'], additionalProperties: false },
      { properties: { b: {} }, required: ['b'], additionalProperties: false },
      { required: ['b'] },
    ];
    const findingsIn = (value: unknown, id: string) => {
      const cwd = tempProject({
        'contracts.json': { contracts: { main: { schema: 'main.json', samples: '*.json' } } },
        'schemas/main.json': { type: 'object', allOf: parts },
        'api_samples/a.json': value,
      });
      return judgeProject(openProject({ cwd })).findings.filter(({ ruleId }) => ruleId === id);
    };

    test('all of them are one finding', () => {
      expect(findingsIn({}, 'schema-object-possible').map(brief)).toEqual([
        'schemas/main.json 1:18-1:25 warning schema-object-possible /allOf some parts require "b" and "a", which `additionalProperties: false` in others excludes, so no object can satisfy this: remove it there, and write `unevaluatedProperties: false` next to the `allOf`, where it sees all parts (schemas/main.json 1:90 excludes "b") (schemas/main.json 1:132 requires "b") (schemas/main.json 1:160 excludes "a") (schemas/main.json 1:62 requires "a")',
      ]);
    });

    test.each([{}, { a: 1 }, { b: 1, a: 2 }])('no sample is blamed for any: %j', (value) => {
      expect(
        findingsIn(value, 'sample-matches-schema')
          .map(({ message }) => message)
          .toSorted(),
      ).toEqual(
        ['a', 'b'].map(
          (name) =>
            `one part of the schema requires "${name}", and another excludes it, so no object can satisfy it: fix the schema`,
        ),
      );
    });
  });
});
