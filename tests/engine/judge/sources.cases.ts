import { expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import type { MergedReport } from '../../../src/engine/judge/merge-reports';
import { sourcesOf } from '../../../src/engine/judge/sources';
import { tempProject } from '../temp-project';
import { versionsDocument } from '../versions-subject';

function report(file: string, related: readonly string[] = []): MergedReport {
  const rule = { id: 'r', subject: 'project', severity: 'error', summary: '', check: () => [] } as const;
  const others = related.map((name) => ({ at: { file: name }, message: '' }));
  return { rule, severity: 'error', message: 'm', at: { file }, related: others, also: [] };
}

const files = {
  'schemas/a.json': { type: 'object' },
  'schemas/b.json': { type: 'object' },
  'schemas/c.json': { type: 'object' },
  'api_samples/a.json': {},
  'doc/a.txt': 'a is 1',
};

const manifest = {
  contracts: { a: { schema: 'a.json', samples: 'a.json' } },
  facts: {
    a: [
      { file: 'doc/a.txt', match: 'a is (.)' },
      { sample: 'a.json', at: '$.a' },
    ],
  },
};

test('are the manifest, the texts of facts, the samples, and the schemas that a report points into', () => {
  const project = openProject({ cwd: tempProject({ ...files, 'contracts.json': manifest }) });
  const reports = [report('schemas/b.json'), report('gone.json', ['schemas/c.json', 'schemas/gone.json'])];
  expect([...sourcesOf(project, reports)].map(([name, source]) => [name, source.name])).toEqual(
    ['doc/a.txt', 'contracts.json', 'api_samples/a.json', 'schemas/b.json', 'schemas/c.json'].map((name) => [
      name,
      name,
    ]),
  );
});

test('schemas are found if the folder of the manifest is their root', () => {
  const cwd = tempProject({
    'contracts.json': { schemas: '.', contracts: { a: { schema: 'schemas/a.json', samples: 'a.json' } } },
    ...files,
  });
  const sources = sourcesOf(openProject({ cwd }), [report('schemas/a.json')]);
  expect(sources.get('schemas/a.json')?.text).toBe('{"type":"object"}\n');
});

test('names are relative to the working folder', () => {
  const cwd = tempProject({ ...files, 'contracts.json': manifest, 'sub/folder/x': '' });
  const project = openProject({ cwd: `${cwd}/sub/folder`, manifest: '../../contracts.json' });
  expect([...sourcesOf(project, [report('../../schemas/a.json')]).keys()]).toEqual([
    '../../doc/a.txt',
    '../../contracts.json',
    '../../api_samples/a.json',
    '../../schemas/a.json',
  ]);
});

test('responses are added, by URL', () => {
  const cwd = tempProject({ ...files, 'contracts.json': manifest });
  const response = versionsDocument('http://cloud/compute/', { a: 1 });
  const sources = sourcesOf(openProject({ cwd }), [], [response]);
  expect(sources.get('http://cloud/compute/')).toBe(response.source);
  expect(sources.get('api_samples/a.json')?.text).toBe('{}\n');
});

test('a manifest, sample or schema that a fact is read from has the places of its values', () => {
  const paths = ['contracts.json', 'api_samples/a.json', 'schemas/a.json'];
  const facts = { a: paths.map((file) => ({ file, match: '[{]' })) };
  const cwd = tempProject({
    ...files,
    'api_samples/a.json': { a: 1 },
    'contracts.json': { ...manifest, facts },
  });
  const sources = sourcesOf(
    openProject({ cwd }),
    paths.map((path) => report(path)),
  );
  const starts = [
    ['contracts.json', '/contracts/a/schema'],
    ['api_samples/a.json', '/a'],
    ['schemas/a.json', '/type'],
  ].map(([file = '', pointer = '']) => {
    const [range] = sources.get(file)?.locate([{ file, pointer, token: 'value' }]) ?? [];
    return range?.start.column;
  });
  expect(starts).toEqual([29, 6, 9]);
});
