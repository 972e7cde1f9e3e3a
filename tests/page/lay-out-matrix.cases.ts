import { describe, expect, test } from '@jest/globals';

import type { CoverageRange } from '../../src/model/findings/coverage-matrix';
import { layOutMatrix } from '../../src/page/matrix/lay-out-matrix';
import { cellText, cellWords } from '../../src/page/matrix/matrix-words';

function range(ends: Pick<CoverageRange, 'min' | 'max'>, more: Partial<CoverageRange> = {}): CoverageRange {
  return { coverage: 'right', samples: 1, responses: 0, wrong: 0, ...ends, ...more };
}

/** The columns, then the cells of each contract as `first+span`. */
function layout(
  contracts: readonly (readonly Pick<CoverageRange, 'min' | 'max'>[])[],
  base?: string,
): unknown {
  const { columns, lines } = layOutMatrix({
    ...(base === undefined ? {} : { base }),
    rows: contracts.map((ranges, index) => ({
      contract: `c${index}`,
      ranges: ranges.map((ends) => range(ends)),
    })),
  });
  return [columns, ...lines.map(({ cells }) => cells.map(({ column, span }) => `${column}+${span}`))];
}

describe('the matrix', () => {
  test('has a column where some schema changes, and one for contracts without ranges', () => {
    expect(
      layout(
        [
          [{}],
          [{ max: '2.2' }, { min: '2.3', max: '2.8' }, { min: '2.9' }],
          [{ max: '2.9' }, { min: '2.10' }],
        ],
        '2.1',
      ),
    ).toEqual([['all', '2.1', '2.3', '2.9', '2.10'], ['0+1'], ['1+1', '2+1', '3+2'], ['1+3', '4+1']]);
  });

  test('has no column for contracts without ranges where there are none', () => {
    expect(layout([[{ max: '2.2' }, { min: '2.3' }]])).toEqual([
      ['oldest', '2.3'],
      ['0+1', '1+1'],
    ]);
  });

  test('has only that column where no contract has ranges', () => {
    expect(layout([[{}], [{}]], '2.1')).toEqual([['all'], ['0+1'], ['0+1']]);
  });

  test('is empty where an operation does not exist', () => {
    expect(layout([[{ min: '2.5', max: '2.6' }], [{ max: '2.2' }, { min: '2.5' }]], '2.1')).toEqual([
      ['2.1', '2.3', '2.5', '2.7'],
      ['2+1'],
      ['0+1', '2+2'],
    ]);
  });

  test('shows every range of ranges that overlap or have the same start', () => {
    expect(layout([[{ max: '2.5' }, { min: '2.3' }, { min: '2.3', max: '2.3' }]])).toEqual([
      ['oldest', '2.3', '2.4', '2.6'],
      ['0+3', '1+3', '1+1'],
    ]);
  });

  test.each<[Partial<CoverageRange>, string, string]>([
    [{}, '✓ 1', 'servers.show, 2.3 to 2.8: right, 1 sample'],
    [{ samples: 2, responses: 1 }, '✓ 3', 'servers.show, 2.3 to 2.8: right, 3 samples and responses'],
    [
      { coverage: 'wrong', samples: 3, wrong: 1 },
      '✗ 1 of 3',
      'servers.show, 2.3 to 2.8: wrong, 1 of 3 samples',
    ],
    [{ samples: 4000 }, '✓ 4,000', 'servers.show, 2.3 to 2.8: right, 4,000 samples'],
    [
      { coverage: 'not-checked', samples: 0, responses: 1 },
      '? 1',
      'servers.show, 2.3 to 2.8: not checked, 1 response',
    ],
    [{ coverage: 'stale', samples: 0 }, '↺', 'servers.show, 2.3 to 2.8: stale'],
    [{ coverage: 'no-sample', samples: 0 }, '–', 'servers.show, 2.3 to 2.8: no sample'],
  ])('a cell with %j is written %s and read %s', (more, text, words) => {
    const cell = range({ min: '2.3', max: '2.8' }, more);
    expect([cellText(cell), cellWords('servers.show', cell)]).toEqual([text, words]);
  });
});
