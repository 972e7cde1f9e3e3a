import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, expect, test } from '@jest/globals';

import { tempProject } from '../../engine/temp-project';
import { endAll, saveFile, startWatching } from './watching';

afterEach(endAll);

test('types --watch writes the types after each change, and is not started by them', async () => {
  const cwd = tempProject({
    'contracts.json': { types: 'types', contracts: { pet: { schema: 'pet.json', samples: 'pet.json' } } },
    'schemas/pet.json': { type: 'object', properties: { id: { type: 'integer' } } },
    'api_samples/pet.json': { id: 1 },
  });
  const path = join(cwd, 'types', 'pet.ts');
  const watching = startWatching(['types', '--watch'], { cwd });
  expect((await watching.run()).out).toContain('wrote');
  expect(readFileSync(path, 'utf8')).toContain('id?: number');

  saveFile(
    join(cwd, 'schemas/pet.json'),
    '{ "type": "object", "properties": { "id": { "type": "string" } } }',
  );
  const { out, err } = await watching.run();
  expect([out, err]).toEqual([
    expect.stringMatching(/^samplegate: wrote 1 of \d type files? to types\n$/),
    'samplegate: `schemas/pet.json` changed\n',
  ]);
  expect(readFileSync(path, 'utf8')).toContain('id?: string');

  saveFile(join(cwd, 'contracts.json'), '[]');
  expect((await watching.run()).err).toContain('the manifest is wrong, so nothing was checked');
  rmSync(join(cwd, 'contracts.json'));
  expect((await watching.run()).err).toContain('there is no contracts.yaml here');
  expect(watching.runs()).toBe(4);
  expect((await watching.end()).code).toBe(130);
});
