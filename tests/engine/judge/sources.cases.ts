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
    ['contracts.json', 'doc/a.txt', 'api_samples/a.json', 'schemas/b.json', 'schemas/c.json'].map((name) => [
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
    '../../contracts.json',
    '../../doc/a.txt',
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
