import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { check } from '../../src/engine/check';
import { tempProject } from '../engine/temp-project';

const ROOT = join(__dirname, '../..');
const SERVICE = join(ROOT, 'tests/fixtures/projects/service');

function convert(...args: readonly string[]) {
  const script = join(ROOT, 'examples/contracts-from-table.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A row of contract.json. */
function operation(row: Readonly<Record<string, unknown>>) {
  return {
    resource: 'servers',
    controller: 'ServersController',
    method: 'show',
    action: null,
    kind: 'response',
    min_version: null,
    max_version: null,
    schema: 'schemas/a.json',
    api_min_version: null,
    api_max_version: null,
    ...row,
  };
}

/** The contracts that are made from these rows, and the remarks about them. */
function contractsOf(
  contract: readonly unknown[],
  mapping: readonly unknown[] = [],
): { readonly contracts: unknown; readonly stderr: string } {
  const meta = { min_version: '2.1', max_version: '2.96' };
  const tree = tempProject({
    'contract.json': contract,
    'mapping.json': mapping,
    'contract-meta.json': meta,
  });
  const { status, stdout, stderr } = convert(tree);
  expect(status).toBe(0);
  const { contracts } = JSON.parse(stdout);
  return { contracts, stderr };
}

describe('the table of the service', () => {
  const { status, stdout, stderr } = convert(SERVICE);

  test('gives the manifest next to it, in full', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const written = parse(readFileSync(join(SERVICE, 'contracts.yaml'), 'utf8'));
    const { contracts, service, base_microversion, formats, unicode_patterns } = JSON.parse(stdout);
    expect({ service, base_microversion, formats, unicode_patterns }).toEqual({
      service: written.service,
      base_microversion: written.base_microversion,
      formats: written.formats,
      unicode_patterns: written.unicode_patterns,
    });
    expect(Object.keys(contracts)).toEqual(Object.keys(written.contracts));
    expect(contracts['images.show.response']).toEqual({
      ...written.contracts['images.show.response'],
      samples: ['images/image-get-resp.json'],
    });
    expect(contracts['servers.create.request']).toEqual({
      ...written.contracts['servers.create.request'],
      samples: [
        'servers/server-create-req.json',
        'servers/v2.37/server-create-req.json',
        { path: 'servers/v2.37/server-create-without-networks-req.json', expect: 'invalid' },
      ],
    });
  });

  test('gives a manifest that can be checked unchanged, with the same verdicts', async () => {
    const cwd = tempProject({ 'contracts.json': stdout });
    for (const folder of ['schemas', 'api_samples'])
      cpSync(join(SERVICE, folder), join(cwd, folder), { recursive: true });
    const made = await check({ cwd });
    const written = await check({ cwd: SERVICE });
    expect(made.findings).toEqual([]);
    expect(written.findings).toEqual([]);
    expect(made.summary).toEqual(written.summary);
    rmSync(join(cwd, 'schemas/flavors/show.json'));
    expect((await check({ cwd })).findings.map(({ ruleId }) => ruleId)).toContain('schema-readable');
  });
});

describe('a row', () => {
  test('of an action gets the name of the action; operations with the same short name get long ones', () => {
    const { contracts } = contractsOf([
      operation({ method: '_resize', action: 'resize', kind: 'request' }),
      operation({ method: 'create', controller: 'A' }),
      operation({ method: 'create', controller: 'B' }),
    ]);
    expect(contracts).toEqual({
      'servers.A.create.response': { schema: 'a.json' },
      'servers.B.create.response': { schema: 'a.json' },
      'servers.resize.request': { schema: 'a.json' },
    });
  });

  test('of an operation has its version range, except ends that are those of the service or older', () => {
    const { contracts } = contractsOf([
      operation({ method: 'none' }),
      operation({ method: 'same', api_min_version: '2.1', api_max_version: '2.96' }),
      operation({ method: 'before', api_min_version: '2.0' }),
      operation({ method: 'own', api_min_version: '2.9', api_max_version: '2.10' }),
    ]);
    expect(contracts).toEqual({
      'servers.none.response': { schema: 'a.json' },
      'servers.same.response': { schema: 'a.json' },
      'servers.before.response': { schema: 'a.json' },
      'servers.own.response': { min_version: '2.9', max_version: '2.10', schema: 'a.json' },
    });
  });

  test('of a sample has its microversion if the folder has another one', () => {
    const recorded = (sample: string, microversion: string, folder_version: string | null) => ({
      ...operation({}),
      sample,
      microversion,
      folder_version,
    });
    const { contracts, stderr } = contractsOf(
      [operation({})],
      [
        recorded('a.json', '2.1', null),
        recorded('b.json', '2.37', null),
        recorded('v2.9/c.json', '2.9', '2.9'),
        recorded('v2.9/d.json', '2.10', '2.9'),
        { ...recorded('e.json', '2.1', null), method: 'gone' },
      ],
    );
    expect(contracts).toEqual({
      'servers.show.response': {
        schema: 'a.json',
        samples: [
          'a.json',
          { path: 'b.json', microversion: '2.37' },
          'v2.9/c.json',
          { path: 'v2.9/d.json', microversion: '2.10' },
        ],
      },
    });
    expect(stderr).toBe('e.json: its operation is not in contract.json, so the sample is skipped\n');
  });
});

test('without a tree, it prints its usage', () => {
  expect(convert()).toEqual({
    status: 2,
    stdout: '',
    stderr: 'usage: node contracts-from-table.mjs TREE > TREE/contracts.json\n',
  });
});
