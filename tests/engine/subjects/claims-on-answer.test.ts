import { expect, test } from '@jest/globals';

import { claimsOnAnswer } from '../../../src/engine/subjects/claims-on-answer';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { openProject } from '../../../src/engine/open/open-project';
import { formatMicroversion } from '../../../src/model/microversion';
import { answer, failure, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const RANGES = [
  { max_version: '2.5', schema: 'old.json' },
  { min_version: '2.5', schema: 'new.json' },
];

/** What the answer with this header is held to: the microversion and the schemas of that. */
async function claimOf(
  manifest: object,
  request: object,
  header: string | undefined,
  contract: object = { ranges: RANGES },
): Promise<string> {
  const contracts = { a: { ...contract, live: { request: 'GET /a', ...request } } };
  const cwd = tempProject({
    'contracts.json': { ...manifest, contracts },
    'schemas/x': '',
    'api_samples/x': '',
  });
  const project = openProject({ cwd });
  const headers = header === undefined ? [] : [['openstack-api-version', header] as const];
  const recorded = header === 'failed' ? failure('/a') : answer('/a', {}, 200, headers);
  const { exchanges } = await fetchProject(project, madeService([recorded]).live);
  const [claim] = exchanges.flatMap(({ claims }) => claims);
  const at = claim?.microversion;
  return [
    at === undefined ? 'no microversion' : formatMicroversion(at),
    ...(claim?.versions ?? []).map(({ schema }) => schema.file),
  ].join(' ');
}

const COMPUTE = { service: 'compute' };
const BASED = { service: 'compute', base_microversion: '2.1' };

test.each<
  readonly [title: string, manifest: object, request: object, header: string | undefined, expected: string]
>([
  [
    'was asked for, before what the service says',
    BASED,
    { microversion: '2.9' },
    'compute 2.1',
    '2.9 new.json',
  ],
  ['the service says, before the base microversion', BASED, {}, 'compute 2.9', '2.9 new.json'],
  ['the service says in whatever case', BASED, {}, 'Compute 2.9', '2.9 new.json'],
  ['the base microversion is, where it says nothing', BASED, {}, undefined, '2.1 old.json'],
  [
    'the base microversion is, where it says that of another service',
    BASED,
    {},
    'volume 3.9',
    '2.1 old.json',
  ],
  ['the base microversion is, where what it says is none', BASED, {}, 'compute latest', '2.1 old.json'],
  ['the base microversion is, where nothing came back', BASED, {}, 'failed', '2.1 old.json'],
  ['nobody says, so that no range is sure to hold it', COMPUTE, {}, undefined, 'no microversion'],
  ['nobody can tell of which service it is', {}, {}, 'compute 2.9', 'no microversion'],
  ['two ranges hold', BASED, {}, 'compute 2.5', '2.5 old.json new.json'],
])(
  'an answer is held to its contract at the microversion that %s',
  async (_, manifest, request, header, expected) => {
    expect(await claimOf(manifest, request, header)).toBe(expected);
  },
);

test('a contract with one schema needs no microversion', async () => {
  expect(await claimOf({}, {}, undefined, { schema: 'one.json' })).toBe('no microversion one.json');
});

test('a claim stands where its request does, and names the sample of that', () => {
  const place = { file: 'contracts.yaml', pointer: '/contracts/a/live/0', token: 'opening' } as const;
  const request = {
    method: 'GET',
    path: '/a',
    status: 200,
    sample: 'a.json',
    ignore: [],
    negotiates: false,
    token: false,
    place,
  };
  const contract = { name: 'a', place, versions: [], patterns: [], live: [request] };
  const exchange = {
    kind: 'failed',
    request: { method: 'GET', url: 'http://cloud/a', headers: [] },
    failure: { kind: 'refused', reason: '' },
  } as const;
  expect(claimsOnAnswer(exchange, [{ contract, request }], {})).toEqual([
    { contract, pattern: { pattern: 'a.json', expect: 'valid', place }, versions: [] },
  ]);
});
