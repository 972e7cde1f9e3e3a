import { expect, test } from '@jest/globals';

import { claimsOnAnswer } from '../../../src/engine/subjects/claims-on-answer';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { openProject } from '../../../src/engine/open/open-project';
import { formatMicroversion } from '../../../src/model/versions/microversion';
import { answer, failure, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const RANGES = [
  { max_version: '2.5', schema: 'old.json' },
  { min_version: '2.5', schema: 'new.json' },
];

/** The claim on an answer with this header: its microversion and the schemas at that microversion. */
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
    'from the request, not the one from the service',
    BASED,
    { microversion: '2.9' },
    'compute 2.1',
    '2.9 new.json',
  ],
  ['from the service, not the base microversion', BASED, {}, 'compute 2.9', '2.9 new.json'],
  ['from the service in any letter case', BASED, {}, 'Compute 2.9', '2.9 new.json'],
  ['from the manifest, if the service names none', BASED, {}, undefined, '2.1 old.json'],
  [
    'from the manifest, if the service names that of another service',
    BASED,
    {},
    'volume 3.9',
    '2.1 old.json',
  ],
  ['from the manifest, if the service names an invalid one', BASED, {}, 'compute latest', '2.1 old.json'],
  ['from the manifest, if there is no answer', BASED, {}, 'failed', '2.1 old.json'],
  ['that nobody names, so that no range applies', COMPUTE, {}, undefined, 'no microversion'],
  ['that is ignored without a service type', {}, {}, 'compute 2.9', 'no microversion'],
  ['in two ranges', BASED, {}, 'compute 2.5', '2.5 old.json new.json'],
])(
  'an answer is checked against its contract at the microversion %s',
  async (_, manifest, request, header, expected) => {
    expect(await claimOf(manifest, request, header)).toBe(expected);
  },
);

test('a contract with one schema needs no microversion', async () => {
  expect(await claimOf({}, {}, undefined, { schema: 'one.json' })).toBe('no microversion one.json');
});

test("a claim has the place of its request, and names the request's sample", () => {
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
