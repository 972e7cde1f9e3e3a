import { describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { contracts, findingsIn, ID, mistakesIn, REFUSED, schemaProject } from './schema-project';
import { tempProject } from './temp-project';

describe('several folders of schemas', () => {
  const schemas = ['schemas', 'common'];

  test('may refer to each other by their paths on disk', async () => {
    const cwd = schemaProject(
      { schemas },
      { 'schemas/a.json': { $ref: '../common/b.json' }, 'common/b.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('contracts find a schema in any of them, JSON or YAML, whole or a part', async () => {
    const cwd = schemaProject(
      { schemas, contracts: { a: { schema: 'deep/b.yaml#/$defs/b', samples: 'a.json' } } },
      { 'schemas/other.txt': '', 'common/deep/b.yaml': `$defs: { b: ${JSON.stringify(ID)} }\n` },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('a schema may be known by its id in any of them', async () => {
    const cwd = schemaProject(
      { schemas },
      {
        'schemas/a.json': { $ref: 'https://example.com/b.json' },
        'common/c.json': { $id: 'https://example.com/b.json', ...ID },
      },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('and by the URL that its path mirrors below any of them', async () => {
    const cwd = schemaProject(
      { schemas },
      { 'schemas/a.json': { $ref: 'https://example.com/b.json' }, 'common/example.com/b.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('a reference out of all of them is not followed', async () => {
    const cwd = schemaProject(
      { schemas },
      { 'schemas/a.json': { $ref: '../other/b.json' }, 'common/b.json': ID, 'other/b.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:9-1:26 error schema-references-resolve /$ref the reference "../other/b.json" leads out of schemas or common: add the folder of that schema to `schemas:`, or copy the schema there {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('a missing schema is named as the manifest writes it, with the nearest one', async () => {
    const cwd = schemaProject(
      { schemas, contracts: { a: { schema: 'deep/bb.json', samples: 'a.json' } } },
      { 'schemas/c.json': {}, 'common/deep/b.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([
      'contracts.json 1:49-1:63 error schema-readable /contracts/a/schema there is no schema "deep/bb.json" in schemas or common: did you mean "deep/b.json"? {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('a schema with the same path in two of them is a mistake where a contract names it', () => {
    const files = { 'schemas/a.json': ID, 'common/a.json': ID };
    expect(mistakesIn(schemaProject({ schemas }, files))).toEqual([
      'contracts.json /contracts/a/schema `a.json` is in `schemas` and in `common`, so it is not clear which one is meant: rename one of the files',
    ]);
  });

  test.each([
    ['one inside another', ['schemas', 'schemas/deep'], 'schemas/deep', 'schemas'],
    ['one around another', ['schemas/deep', '.'], '.', 'schemas/deep'],
    ['the same one twice', ['schemas', './schemas/'], './schemas/', 'schemas'],
    ['a link to another', ['schemas', 'link'], 'link', 'schemas'],
  ])('%s is a mistake', (_, both, second, first) => {
    const cwd = schemaProject({ schemas: both }, { 'schemas/a.json': ID, 'schemas/deep/b.json': ID });
    symlinkSync('schemas', join(cwd, 'link'));
    expect(mistakesIn(cwd)).toEqual([
      `contracts.json /schemas/1 \`${second}\` and \`${first}\` overlap, so a schema in both would have two names: keep one`,
    ]);
  });

  test('one that does not exist is a mistake at its line', () => {
    expect(mistakesIn(schemaProject({ schemas }, { 'schemas/a.json': ID }))).toEqual([
      'contracts.json /schemas/1 the folder `common` of `schemas:` does not exist: create it, or name another folder in the manifest',
    ]);
  });

  test('files in each of them are no samples, and are reported where nothing uses them', async () => {
    const cwd = schemaProject(
      { schemas, samples: '.', contracts: { a: { schema: 'a.json', samples: 'samples/a.json' } } },
      { 'schemas/a.json': ID, 'common/b.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([
      'common/b.json 1:1-1:1 warning schema-used no contract uses this schema, directly or through references: use it in a contract, or delete it',
      REFUSED,
    ]);
  });
});

describe('the folders of schemas must be', () => {
  const files = {
    'common/b.json': ID,
    'svc/schemas/a.json': { $ref: '../../common/b.json' },
    'svc/samples/a.json': '{"id":"x"}\n',
    'svc/contracts.json': { samples: 'samples', schemas: ['schemas', '../common'], contracts },
  };
  const found = ['svc/samples/a.json 1:7-1:10 error sample-matches-schema /id expected an integer, got "x"'];

  test('in the git repository', async () => {
    const cwd = tempProject({ ...files, '.git/HEAD': '' });
    expect(await findingsIn(cwd, 'svc/contracts.json')).toEqual(found);
    expect(mistakesIn(join(cwd, 'svc'))).toEqual([]);
  });

  test('or, without one, in the working folder', async () => {
    const cwd = tempProject(files);
    expect(await findingsIn(cwd, 'svc/contracts.json')).toEqual(found);
    expect(mistakesIn(join(cwd, 'svc'))).toEqual([
      "contracts.json /schemas/1 `../common` is outside the folder that it is relative to: use a path inside the manifest's folder",
    ]);
  });

  test('also without the symbolic links on their way', () => {
    const outside = tempProject({ 'a.json': ID, 'v.py': 'V = 1\n' });
    const cwd = tempProject({
      '.git/HEAD': '',
      'samples/a.json': {},
      'contracts.json': {
        samples: 'samples',
        contracts,
        references: { 'https://example.com/*': 'linked/*' },
        facts: {
          v: [
            { file: 'v.py', match: '1' },
            { file: 'linked/v.py', match: '1' },
          ],
        },
      },
    });
    for (const link of ['schemas', 'linked']) symlinkSync(outside, join(cwd, link));
    symlinkSync(join(outside, 'v.py'), join(cwd, 'v.py'));
    const leads = 'leads through a symbolic link out of this git repository: put the files inside it';
    expect(mistakesIn(cwd)).toEqual([
      `contracts.json /schemas \`schemas\` ${leads}`,
      `contracts.json /references/https:~1~1example.com~1* \`linked/*\` ${leads}`,
      `contracts.json /facts/v/0/file \`v.py\` ${leads}`,
      `contracts.json /facts/v/1/file \`linked/v.py\` ${leads}`,
    ]);
  });

  test('which a link to another folder of the repository is', async () => {
    const cwd = tempProject({
      ...files,
      '.git/HEAD': '',
      'svc/schemas/a.json': { $ref: '../shared/b.json' },
    });
    symlinkSync('../common', join(cwd, 'svc/shared'));
    expect(mistakesIn(join(cwd, 'svc'))).toEqual([]);
    expect(await findingsIn(join(cwd, 'svc'))).toEqual([
      'schemas/a.json 1:9-1:27 error schema-references-resolve /$ref the reference "../shared/b.json" leads out of schemas or ../common: add the folder of that schema to `schemas:`, or copy the schema there {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });
});
