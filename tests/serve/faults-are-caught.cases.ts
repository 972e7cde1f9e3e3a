import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { openProject } from '../../src/engine/open/open-project';
import { readFault } from '../../src/serve/faults/read-fault';
import { FAULTS } from '../../src/serve/faults/fault-registry';
import { serve } from '../../src/serve/serve';

const project = openProject({ cwd: join(__dirname, '../..') });

/** The severities and rules that a live check reports for each kind of fault. Each kind is one that a gate once missed. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  'stale-newest': ['error sample-matches-response'],
  'newer-newest': ['error sample-matches-response'],
  'missing-key': ['error entry-required'],
  'extra-key': ['error sample-matches-schema'],
  'wrong-type': ['error entry-required'],
  'number-microversion': ['error microversion-string'],
  'wrong-link-host': ['warning live-links-host'],
  'wrong-link-path': ['error live-self-reachable'],
  'unlisted-version': ['error sample-matches-response', 'error version-listed'],
  'unknown-version': [
    'error live-self-reachable',
    'error sample-matches-response',
    'error sample-matches-schema',
  ],
  'ignores-microversion': ['warning live-in-range'],
  'default-newest': ['warning live-default'],
  'latest-is-oldest': ['warning live-latest'],
  'refuses-newest': ['warning live-in-range'],
  'accepts-out-of-range': ['warning live-out-of-range'],
  'untold-range': ['warning live-out-of-range'],
  'accepts-malformed': ['warning live-malformed'],
  'malformed-500': ['error live-malformed'],
  'no-echo': ['warning live-echo'],
  'wrong-echo': ['warning live-in-range'],
  'no-vary': ['warning live-vary'],
  'wrong-content-type': ['error live-json'],
  'no-content-type': ['error live-json'],
  'wrong-status': ['error live-status'],
  'html-error': ['error live-status'],
  'login-page': ['error live-json', 'error live-status'],
  'server-error': ['error live-status'],
  unavailable: ['error live-status'],
  'too-many-requests': ['error live-status'],
  unauthorized: ['error live-status'],
  forbidden: ['error live-status'],
  'not-found': ['error live-status'],
  redirect: ['error live-status'],
  'invalid-json': ['error json-well-formed'],
  'trailing-bytes': ['error json-well-formed'],
  'empty-body': ['error live-json'],
  'truncated-body': ['error live-answers'],
  'stalled-body': ['error live-answers'],
  'endless-body': ['error live-answers'],
  slow: ['error live-answers'],
  reset: ['error live-answers'],
  'not-http': ['error live-answers'],
};

/** Short only if a response is expected to be missing: every request of a negotiation must be answered in time on a loaded machine too. */
function timeoutFor(faults: readonly string[]): number {
  return faults.some((fault) => REPORTED[fault]?.includes('error live-answers')) ? 250 : 10_000;
}

async function ruleIdsOf(faults: readonly string[]): Promise<readonly string[]> {
  const api = await serve(project, { faults: faults.map(readFault), slowMs: 5000 });
  try {
    const { findings } = await check({
      project,
      live: { url: api.url, timeout: timeoutFor(faults), retries: 0, bodySize: 64 * 1024 },
    });
    const serious = findings.filter(({ severity }) => severity !== 'info');
    return [...new Set(serious.map(({ severity, ruleId }) => `${severity} ${ruleId}`))].toSorted();
  } finally {
    await api.close();
  }
}

test('a service without a fault has no finding', async () => {
  await expect(ruleIdsOf([])).resolves.toEqual([]);
});

test('every kind of fault has an expectation', () => {
  expect(Object.keys(REPORTED).toSorted()).toEqual([...FAULTS.keys()].toSorted());
});

test.each(Object.entries(REPORTED))('%s is reported by %j only', async (fault, rules) => {
  await expect(ruleIdsOf([fault])).resolves.toEqual(rules);
});
