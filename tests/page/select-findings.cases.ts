import { describe, expect, test } from '@jest/globals';

import { contractsNamed } from '../../src/model/findings/finding';
import { filterChoices, findingEntries, selectFindings } from '../../src/page/findings/select-findings';
import type { PageView } from '../../src/page/view/page-view';
import { findingData } from './data';

const ENTRIES = findingEntries([
  findingData({ severity: 'info', file: 'b.json', ruleId: 'final-newline', contract: 'b' }),
  findingData({
    severity: 'warning',
    file: 'a.json',
    message: 'Status "CURRNET" is unknown',
    microversion: '2.9',
    manifest: 'contracts.yaml',
  }),
  findingData({
    file: 'a.json',
    contract: 'a, b',
    microversion: '2.10',
    fingerprint: 'samplegate/v1:x',
    manifest: 'sub/contracts.yaml',
  }),
  findingData({ file: 'https://west/v2.1/', target: 'west', also: [{ ruleId: 'status-known' }] }),
]);

function selected(view: PageView): readonly number[] {
  return selectFindings(ENTRIES, view).map(({ index }) => index);
}

describe('the findings of the page', () => {
  test('files with the worst findings come first, and findings of a file stay in their order', () => {
    expect(ENTRIES.map(({ index }) => index)).toEqual([1, 2, 3, 0]);
  });

  test('are named by fingerprint', () => {
    expect(ENTRIES.map(({ id }) => id)).toContain('samplegate/v1:x');
  });

  test('of several services about one sample have links of their own', () => {
    const entries = findingEntries(
      [undefined, 'west', 'east'].map((target) => findingData(target === undefined ? {} : { target })),
    );
    expect(entries.map(({ id }) => id)).toEqual([
      'samplegate/v1:a',
      'west samplegate/v1:a',
      'east samplegate/v1:a',
    ]);
  });

  test('are sorted also where a file has very many', () => {
    const many = Array.from({ length: 200_000 }, () => findingData({ severity: 'info' }));
    expect(findingEntries([...many, findingData({ file: 'b.json' })])[0]?.finding.file).toBe('b.json');
  });

  test.each<[PageView, readonly number[]]>([
    [{}, [1, 2, 3, 0]],
    [{ text: 'currnet  STATUS' }, [1]],
    [{ text: 'currnet null' }, []],
    [{ severity: 'error,info' }, [2, 3, 0]],
    [{ rule: 'status-known' }, [3]],
    [{ contract: 'b' }, [2, 0]],
    [{ file: 'a.json' }, [1, 2]],
    [{ target: 'west' }, [3]],
    [{ manifest: 'contracts.yaml' }, [1]],
    [{ manifest: 'sub/contracts.yaml' }, [2]],
    [{ min: '2.10' }, [2, 3, 0]],
    [{ max: '2.9' }, [1, 3, 0]],
    [{ min: 'x' }, [1, 2, 3, 0]],
    [{ severity: 'error', contract: 'b', min: '2.10', max: '2.10' }, [2]],
    [{ rule: 'none' }, []],
    [{ page: '2', finding: 'x', coverage: 'wrong' }, [1, 2, 3, 0]],
  ])('%j selects %j', (view, expected) => {
    expect(selected(view)).toEqual(expected);
  });

  test('each value of a field has the number of findings that it would leave', () => {
    const choicesIn = filterChoices(ENTRIES, 'contract', contractsNamed);
    expect(choicesIn({ severity: 'info', contract: 'a' })).toEqual([
      { value: 'a', count: 0 },
      { value: 'b', count: 1 },
    ]);
  });
});
