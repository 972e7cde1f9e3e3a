import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { checkLawsOfTargets, checkTargets } from '../../src/engine/check-targets';
import { selectSeverities } from '../../src/engine/judge/select-severities';
import type { CheckResult } from '../../src/model/findings/check-result';
import type { Severity } from '../../src/model/severity';
import type { CheckedTarget } from '../../src/model/findings/fleet';
import { brief } from './brief';
import { PROJECT, startServices, type FleetService } from '../cli/fleet/fleet-services';
import { createLoopback } from '../live/loopback';
import { tempProject } from './temp-project';

const loopback = createLoopback();
let services: readonly FleetService[] = [];
let cwd = '';

beforeAll(async () => {
  services = (await startServices(loopback, 2)).slice(0, 2);
  cwd = tempProject({ ...PROJECT, 'targets.json': { targets: services.map(({ entry }) => entry) } });
});

afterAll(() => loopback.close());

describe.each([
  ['checkTargets', checkTargets, ['start 2', 'samples', 'target', 'target']],
  ['checkLawsOfTargets', checkLawsOfTargets, ['start 2', 'target', 'target']],
] as const)('%s', (_, run, expected) => {
  test('passes on results as they come, and returns the counts', async () => {
    const calls: string[] = [];
    const checked: CheckedTarget[] = [];
    const summary = await run({
      cwd,
      targets: 'targets.json',
      live: { retries: 0 },
      onStart: (targets) => calls.push(`start ${targets}`),
      onSamples: () => calls.push('samples'),
      onTarget: (target) => {
        calls.push('target');
        checked.push(target);
      },
    });
    expect(calls).toEqual(expected);
    expect(checked.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([0, 1]);
    const { ok, findings, unreachable } = summary.statuses;
    expect([summary.targets, ok + findings + unreachable]).toEqual([2, 2]);
  });

  test('counts targets that an abort left out as not checked', async () => {
    const summary = await run({ cwd, targets: 'targets.json', signal: AbortSignal.abort() });
    expect(summary.notChecked[0]).toMatchObject({
      what: 'targets',
      items: services.map(({ entry }) => entry.name),
    });
  });
});

describe.each([
  ['checkTargets', checkTargets],
  ['checkLawsOfTargets', checkLawsOfTargets],
] as const)('%s', (_, run) => {
  const resultsWith = async (least: Severity): Promise<readonly CheckResult[]> => {
    const results: CheckResult[] = [];
    await run({
      cwd,
      targets: 'targets.json',
      live: { retries: 0 },
      concurrency: 1,
      least,
      onTarget: ({ result }) => results.push(result),
    });
    return results;
  };

  test.each(['warning', 'error'] as const)(
    'with %s as the lowest severity, a result is that of all severities without the hidden findings',
    async (least) => {
      const all = await resultsWith('info');
      expect(all.some(({ summary }) => summary.findings.info > 0)).toBe(true);
      expect(await resultsWith(least)).toEqual(all.map((result) => selectSeverities(result, least)));
    },
  );
});

test('the laws of a target are checked at its URL as it was typed', async () => {
  const asked: string[] = [];
  const { url } = await loopback.http((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });
  const typed = [`${url}v1/p1`, `${url}v1/`];
  const folder = tempProject({ 'targets.json': { targets: typed.map((one) => ({ url: one })) } });
  await checkLawsOfTargets({
    cwd: folder,
    targets: 'targets.json',
    concurrency: 1,
    live: { retries: 0 },
    onTarget: () => undefined,
  });
  expect(asked).toEqual(['/v1/p1', '/v1', '/', '/v1/', '/']);
});

test('responses nest as deep as the manifest allows, of one service and of many', async () => {
  const { url } = await loopback.http((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('[[[[]]]]');
  });
  const folder = tempProject({
    'contracts.json': {
      limits: { depth: 3 },
      contracts: { a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /a' } } },
    },
    'schemas/a.json': { type: 'array' },
    'api_samples/a.json': [],
    'targets.json': { targets: [{ url }] },
  });
  const expected = [
    `${url}a 1:4-1:5 error nesting-bounded nests deeper than 3 levels: flatten it, or raise \`limits.depth\` {sample-judged}`,
  ];
  const { findings } = await check({ cwd: folder, live: { url } });
  expect(findings.map(brief)).toEqual(expected);
  const ofTarget: string[] = [];
  await checkTargets({
    cwd: folder,
    targets: 'targets.json',
    onTarget: ({ result }) => void ofTarget.push(...result.findings.map(brief)),
  });
  expect(ofTarget).toEqual(expected);
});
