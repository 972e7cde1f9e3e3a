import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject, madeVersions } from './made-projects';

describe('ids-stay', () => {
  test('accepts that a deprecated version leaves', async () => {
    expect(await findingsOf('ids-stay/right')).toEqual([]);
  });

  test('reports a supported version that leaves', async () => {
    expect(await findingsOf('ids-stay/wrong')).toEqual([
      {
        ruleId: 'ids-stay',
        severity: 'error',
        message: 'the version v2.0 has left, with the status "SUPPORTED" in the base: deprecate it first',
        file: 'api_samples/versions.json',
        pointer: '/versions',
        start: { line: 2, column: 15 },
        end: { line: 2, column: 16 },
        related: [
          {
            message: 'v2.0 in the base',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/1/id',
            start: { line: 17, column: 13 },
            end: { line: 17, column: 19 },
          },
        ],
      },
    ]);
  });

  test('compares ids with and without a minor version, and reports an id once', async () => {
    const base = madeProject({
      'versions.json': { versions: [entry('v2'), entry('v1.1', { status: 'SUPPORTED' })] },
      'v1.json': { version: entry('v1.1', { status: 'SUPPORTED' }) },
    });
    const now = madeProject({ 'versions.json': { versions: [entry('v2.0')] } });
    expect(await changeLines('ids-stay', [base, now])).toEqual([
      'versions.json:1:13-1:14 error /versions: the version v1.1 has left, with the status "SUPPORTED" in the base: deprecate it first',
    ]);
  });

  test('reports at the manifest where no versions document is left', async () => {
    expect(await changeLines('ids-stay', [madeVersions(entry('v2.0')), madeProject({})])).toEqual([
      'contracts.json:1:1-1:1 error : the version v2.0 has left, with the status "CURRENT" in the base: deprecate it first',
    ]);
  });

  test('is silent about a document that cannot be read now', async () => {
    const now = madeProject({ 'versions.json': '{' });
    expect(await changeLines('ids-stay', [madeVersions(entry('v2.0')), now])).toEqual([]);
  });

  test('finds the documents of a service among those of several', async () => {
    const manifest = { service: undefined };
    const image = {
      'image/versions.json': { versions: [entry('v2.9', { updated: '2024-01-01T00:00:00Z' })] },
    };
    const base = madeProject(
      { ...image, 'volume/versions.json': { versions: [entry('v3.0'), entry('v2.0')] } },
      manifest,
    );
    const now = madeProject({ ...image, 'volume/versions.json': { versions: [entry('v3.0')] } }, manifest);
    expect(await changeLines('ids-stay', [base, now])).toEqual([
      'versions.json:1:13-1:14 error /versions: the version v2.0 has left, with the status "CURRENT" in the base: deprecate it first',
    ]);
  });
});
