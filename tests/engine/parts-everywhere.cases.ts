import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { measureStrength } from '../../src/engine/measure-strength';
import { openProject } from '../../src/engine/open/open-project';
import { createApi } from '../../src/serve/create-api';
import { gitProject } from '../project/git/git-project';
import { ask } from '../serve/ask';
import { brief } from './brief';
import { tempProject } from './temp-project';
import { entry } from './versions-subject';

const ANY = { type: 'object', properties: { id: { type: 'integer' } } };

function accountWith(shape: object): object {
  return { account: { id: 1, ...shape }, other: { id: 1 } };
}

async function findingsIn(cwd: string): Promise<readonly string[]> {
  const { findings } = await check({ cwd, cache: false });
  return findings.map((finding) => `${finding.part ?? ''}| ${brief(finding)}`);
}

test('a file of which only parts are claimed needs no contract; another file of the same folder does', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: a.json, samples: [{ path: x.json, at: /a }, { path: y.json, at: /a }, y.json] } }\n',
    'schemas/a.json': ANY,
    's/x.json': { a: { id: 1 } },
    's/y.json': { a: { id: 1 }, id: 'whole' },
    's/z.json': { a: { id: 1 } },
  });
  expect(await findingsIn(cwd)).toEqual([
    '| s/y.json 1:20-1:27 error sample-matches-schema /id expected an integer, got "whole"',
    '| s/z.json 1:1-1:1 error sample-has-contract no contract claims this sample, so it is not checked: add `z.json` to the `samples:` of a contract, or to `ignore:`',
  ]);
});

test('a later entry replaces an earlier one of its contract in its own part only', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: a.json, samples: [{ path: "*.json", items: "$[*]" }, { path: x.json, at: /1, expect: invalid }, { path: y.json, items: "$[?@.bad]", expect: invalid }] } }\n',
    'schemas/a.json': ANY,
    's/x.json': [{ id: 1 }, { id: 'x' }],
    's/y.json': [{ id: 1 }, { id: 'x', bad: 1 }, { id: 'x' }],
  });
  expect(await findingsIn(cwd)).toEqual([
    '#/2| s/y.json 1:36-1:39 error sample-matches-schema /id expected an integer, got "x"',
  ]);
});

test('series over microversions compare a part with the same part in another folder', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'service: x\nbase_microversion: "2.1"\nsamples: s\ncontracts:\n  a:\n    ranges: [{ schema: a.json }]\n    samples: { path: "{microversion}/x.json", at: /account }\n',
    'schemas/a.json': ANY,
    's/x.json': accountWith({}),
    's/v2.5/x.json': accountWith({}),
    's/v2.9/x.json': accountWith({ name: 'n' }),
  });
  expect(await findingsIn(cwd)).toEqual([
    '#/account| s/v2.5/x.json 1:12-1:13 info sample-folder-differs nothing changed in v2.5 (its only sample equals the previous one): record what changed, or delete the folder (s/x.json 1:12 the previous sample)',
    '#/account| s/v2.9/x.json 1:20-1:26 info sample-shape-in-range /name the property "name" was added after 2.5, but a has one schema for 2.5 and 2.9: split its range, or allow both shapes in the schema (s/v2.5/x.json 1:12 the previous sample)',
  ]);
});

test('facts are read from a whole file, from a part and from YAML, and point into the file', async () => {
  const cwd = tempProject({
    'contracts.yaml': [
      'samples: s',
      'contracts: { a: { schema: a.json, samples: [{ path: x.json, at: /a }, { path: x.json, at: /b }, e.ndjson] } }',
      'facts:',
      '  newest:',
      '    - { sample: x.json, at: "$.a.v" }',
      '    - { sample: "x.json#/b", at: "$.v" }',
      '    - { sample: "e.ndjson (line 2)", at: "$.v" }',
      '    - { sample: only.yaml, at: "$.v" }',
      '    - { sample: "e.ndjson (line 9)", at: "$.v" }',
      '',
    ].join('\n'),
    'schemas/a.json': { type: 'object', required: ['v'] },
    's/x.json': { a: { v: '2.60' }, b: { v: '2.61' } },
    's/e.ndjson': '{"v":"2.60"}\n{"v":"2.60"}\n',
    's/only.yaml': 'v: "2.60"\n',
  });
  expect(await findingsIn(cwd)).toEqual([
    '| contracts.yaml 9:7-9:8 error fact-found /facts/newest/4 the fact "newest" has no value here: there is no sample `e.ndjson (line 9)`: did you mean `e.ndjson (line 1)`? {sample-judged}',
    'line 2| s/e.ndjson 2:6-2:12 error facts-agree /v the fact "newest" is "2.60" here, but s/x.json#/b has "2.61": 2.61 is newer, so the other is probably stale (s/x.json 1:28 "2.61")',
    '| s/only.yaml 1:4-1:10 error facts-agree /v the fact "newest" is "2.60" here, but s/x.json#/b has "2.61": 2.61 is newer, so the other is probably stale (s/x.json 1:28 "2.61")',
    '| s/x.json 1:11-1:17 error facts-agree /a/v the fact "newest" is "2.60" here, but s/x.json#/b has "2.61": 2.61 is newer, so the other is probably stale (s/x.json 1:28 "2.61")',
  ]);
});

test('the laws of versions documents apply to parts', async () => {
  const current = entry('v2.1', 'http://x.example.org/v2.1/');
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\nrules: { final-newline: off }\ncontracts: { v: { schema: a.json, laws: true, samples: [{ path: x.json, items: "$[*].body" }] } }\n',
    'schemas/a.json': { type: 'object', required: ['versions'] },
    's/x.json': [
      { body: { versions: [current] } },
      { body: { versions: [{ ...current, status: 'CURENT' }] } },
    ],
  });
  expect(await findingsIn(cwd)).toEqual([
    expect.stringMatching(/^#\/0\/body\| s\/x\.json .* info collection-link /),
    expect.stringMatching(
      /^#\/1\/body\| s\/x\.json 1:\d+-1:\d+ error status-known \/versions\/0\/status .*did you mean "CURRENT"/,
    ),
    expect.stringMatching(/^#\/1\/body\| s\/x\.json .* info collection-link /),
  ]);
});

test('a request is served and compared with the part that it names', () => {
  const cwd = tempProject({
    'contracts.yaml': [
      'samples: s',
      'contracts:',
      '  a:',
      '    schema: a.json',
      '    samples: [{ path: x.json, items: "$.*" }]',
      '    live: { request: GET /a, sample: "x.json#/one" }',
      '  y: { schema: a.json, samples: y.yaml, live: { request: GET /y } }',
      '  c: { schema: a.json, samples: c.json, live: { request: GET /c } }',
      'json: { comments: true, trailing_commas: true }',
      '',
    ].join('\n'),
    'schemas/a.json': ANY,
    's/x.json': '{ "one": { "id":  1.50 }, "two": { "id": 2 } }\n',
    's/y.yaml': 'id: 0x10 # sixteen\nbig: 12345678901234567890\n',
    's/c.json': '{ "id": 1, // one\n}\n',
  });
  const api = createApi(openProject({ cwd }));
  expect(['/a', '/y', '/c'].map((path) => ask(api, `GET ${path}`).body)).toEqual([
    '{ "id":  1.50 }',
    '{"id":16,"big":12345678901234567890}',
    '{"id":1}',
  ]);
});

test('a request that names a part which is not claimed is reported', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts:\n  a:\n    schema: a.json\n    samples: { path: x.json, at: /one }\n    live: { request: GET /a, sample: "x.json#/two" }\n',
    'schemas/a.json': ANY,
    's/x.json': { one: { id: 1 }, two: { id: 2 } },
  });
  expect(await findingsIn(cwd)).toEqual([
    '| contracts.yaml 6:11-6:12 error pattern-has-sample /contracts/a/live the pattern `x.json#/two` of a matches no sample: fix it, or remove it',
  ]);
});

test('the strength of a schema is measured with parts', () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: a.json, samples: [{ path: x.json, items: "$[*]" }, e.ndjson] } }\n',
    'schemas/a.json': { ...ANY, required: ['id'] },
    's/x.json': [{ id: 1 }, { id: 2 }],
    's/e.ndjson': '{"id":1,"name":"x"}\n',
  });
  const { schemas } = measureStrength({ cwd });
  expect(schemas.map(({ schema, samples }) => [schema, samples])).toEqual([['schemas/a.json', 3]]);
  expect(measureStrength({ cwd, only: ['s/x.json#/1'] }).schemas.map(({ samples }) => samples)).toEqual([1]);
});

test('a part names its schema relative to its file, and the comment of a YAML file does not name that of its parts', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: { from: $schema }, samples: [{ path: d/x.json, items: "$[*]" }, d/e.ndjson, d/all.yaml, { path: d/y.yaml, at: /a }] } }\n',
    'schemas/a.json': ANY,
    's/d/x.json': [{ $schema: '../../schemas/a.json', id: 'x' }],
    's/d/e.ndjson': '{"$schema":"../../schemas/a.json","id":1}\n{"id":1}\n',
    's/d/all.yaml': '# yaml-language-server: $schema=../../schemas/a.json\nid: 1\n---\nid: x\n',
    's/d/y.yaml': '# yaml-language-server: $schema=../../schemas/a.json\na: { id: x }\n',
  });
  expect(await findingsIn(cwd)).toEqual([
    'document 2| s/d/all.yaml 4:5-4:6 error sample-matches-schema /id expected an integer, got "x"',
    'line 2| s/d/e.ndjson 2:1-2:2 error sample-has-contract \'\' the sample does not name its schema, so it is not checked: add "$schema" with the path or URL of the schema',
    '#/0| s/d/x.json 1:41-1:44 error sample-matches-schema /id expected an integer, got "x"',
    '#/a| s/d/y.yaml 2:4-2:5 error sample-has-contract \'\' the sample does not name its schema, so it is not checked: add "$schema" with the path or URL of the schema',
  ]);
});

test('a change of a file selects its parts and no others', async () => {
  const cwd = gitProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: a.json, samples: [{ path: x.json, items: "$[*]" }, { path: y.json, items: "$[*]" }, e.ndjson] } }\n',
    'schemas/a.json': ANY,
    's/x.json': [{ id: 'x' }, { id: 2 }],
    's/y.json': [{ id: 'x' }],
    's/e.ndjson': '{"id":1}\n',
  });
  const run = async () => {
    const { summary, findings } = await check({ cwd, changed: 'HEAD', cache: false });
    return [summary.samples, findings.map(({ file, part }) => `${file} ${part ?? ''}`)];
  };
  expect(await run()).toEqual([0, []]);
  writeFileSync(join(cwd, 's/x.json'), '[{ "id": "x" }, { "id": 2 }, { "id": 3 }]\n');
  expect(await run()).toEqual([3, ['s/x.json #/0']]);
});

test.each([
  ['{"n":1} /* open', '1:9'],
  ['{"n":1}/*/', '1:8'],
  ['/* open', '1:1'],
  ['{"n":1 /* open }', '1:8'],
  ['/* closed */ {"n": "/*"} // end\n/* open\n', '2:1'],
])('a comment that is not closed is an error where comments are allowed: %s', async (text, position) => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\njson: { comments: true }\ncontracts: { a: { schema: a.json, samples: a.json } }\n',
    'schemas/a.json': { type: 'object' },
    's/a.json': text,
  });
  const { findings } = await check({ cwd, cache: false });
  expect(
    findings.map(({ start, ruleId, message }) => `${start.line}:${start.column} ${ruleId} ${message}`),
  ).toEqual([`${position} json-well-formed the comment is not closed: end it with \`*/\`, or remove it`]);
});

test('a line, document or block without the part is reported there, and the others are checked', async () => {
  const cwd = tempProject({
    'contracts.yaml': `samples: s
contracts:
  a:
    schema: a.json
    samples:
      - { path: n.ndjson, at: /a }
      - { path: y.yaml, at: /a/b }
      - { path: q.ndjson, items: "$.a[*]" }
      - { path: doc.md, fence: json, at: /a }
`,
    'schemas/a.json': { type: 'integer' },
    's/n.ndjson': '{"a":1}\n{"b":"x"}\n{"a":"q"}\n[]\n',
    's/y.yaml': 'a: { b: 1 }\n---\na: 1\n',
    's/q.ndjson': '{"a":[1]}\n{"a":[]}\n',
    's/doc.md': '```json\n{ "a": 1 }\n```\n\n```json\n{ "b": 1 }\n```\n',
  });
  const { findings } = await check({ cwd, cache: false });
  expect(
    findings.map(({ file, part, start, ruleId, message }) =>
      [`${file}:${start.line}:${start.column}`, part, ruleId, message.replace(/: .*/, '')].join(' | '),
    ),
  ).toEqual([
    's/doc.md:6:1 | block 2 | sample-has-contract | `/a` selects nothing here, so nothing of it is checked',
    's/n.ndjson:2:1 | line 2 | sample-has-contract | `/a` selects nothing here, so nothing of it is checked',
    's/n.ndjson:3:6 | line 3 #/a | sample-matches-schema | expected an integer, got "q"',
    's/n.ndjson:4:1 | line 4 | sample-has-contract | `/a` selects nothing here, so nothing of it is checked',
    's/q.ndjson:2:1 | line 2 | sample-has-contract | `$.a[*]` selects nothing here, so nothing of it is checked',
    's/y.yaml:3:1 | document 2 | sample-has-contract | `/a/b` selects nothing here, so nothing of it is checked',
  ]);
});

test('a pattern for all files of a folder does not mean its TOML files, which are counted', async () => {
  const cwd = tempProject({
    'contracts.yaml': 'samples: s\ncontracts: { a: { schema: a.json, samples: "**/*" } }\n',
    'schemas/a.json': ANY,
    's/a.json': { id: 1 },
    's/b/b.yaml': 'id: 1\n',
    's/b/t.toml': 'a = 1\n',
  });
  const { summary, findings } = await check({ cwd, cache: false });
  expect(findings).toEqual([]);
  expect(summary.samples).toBe(2);
  expect(summary.notChecked).toEqual([{ what: 'TOML files', one: 'TOML file', items: ['s/b/t.toml'] }]);
});

test('YAML, NDJSON and TOML files that nobody names are counted in the summary', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: s\ncontracts: { a: { schema: a.json, samples: [a.json, a.yaml] } }\nignore: [b/**]\n',
    'schemas/a.json': ANY,
    's/a.json': { id: 1 },
    's/a.yaml': 'id: 1\n',
    's/b/ignored.yaml': 'id: 1\n',
    's/other.yaml': 'id: 1\n',
    's/other.YML': 'id: 1\n',
    's/e.jsonl': '{}\n',
    's/t.toml': 'a = 1\n',
    's/readme.md': '# hello\n',
  });
  const { summary, findings } = await check({ cwd, cache: false });
  expect(findings).toEqual([]);
  expect(summary.samples).toBe(2);
  expect(summary.notChecked).toEqual([
    {
      what: 'YAML and NDJSON files that no contract names',
      one: 'YAML or NDJSON file that no contract names',
      items: ['s/e.jsonl', 's/other.YML', 's/other.yaml'],
    },
    { what: 'TOML files', one: 'TOML file', items: ['s/t.toml'] },
  ]);
});
