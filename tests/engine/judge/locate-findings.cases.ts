import { expect, test } from '@jest/globals';

import { locateFindings } from '../../../src/engine/judge/locate-findings';
import type { MergedReport } from '../../../src/engine/judge/merge-reports';
import type { Place } from '../../../src/model/documents/place';
import type { Severity } from '../../../src/model/severity';
import type { Source } from '../../../src/model/documents/source';
import { createJsonSource } from '../../../src/text/json/json-source';
import { brief } from '../brief';

const A = createJsonSource('a.json', '{\n  "id": "v2",\n  "status": "x"\n}\n');
const B = createJsonSource('b.json', '["one", "two"]');
const SOURCES = new Map([A, B].map((source) => [source.name, source]));

function report(
  id: string,
  at: Place,
  details: Partial<Omit<MergedReport, 'rule' | 'at'>> = {},
): MergedReport {
  const rule = { id, subject: 'document', severity: 'error', summary: '', check: () => [] } as const;
  return { severity: 'error', message: 'm', also: [], ...details, rule, at };
}

const value = (file: string, pointer: string): Place => ({ file, pointer, token: 'value' });

test('a report gets the range of its token, a span that of its offsets, a file its start', () => {
  const findings = locateFindings(
    [
      report('value', value('a.json', '/status')),
      report('key', { file: 'a.json', pointer: '/status', token: 'key' }),
      report('opening', { file: 'a.json', pointer: '', token: 'opening' }),
      report('span', { file: 'a.json', span: [4, 8], pointer: '/id' }),
      report('file', { file: 'b.json' }),
    ],
    SOURCES,
  );
  expect(findings.map(brief)).toEqual([
    "a.json 1:1-1:2 error opening '' m",
    'a.json 2:3-2:7 error span /id m',
    'a.json 3:3-3:11 error key /status m',
    'a.json 3:13-3:16 error value /status m',
    'b.json 1:1-1:1 error file m',
  ]);
  expect(findings.map(({ start, end }) => [start.offset, end.offset])).toEqual([
    [0, 1],
    [4, 8],
    [18, 26],
    [28, 31],
    [0, 0],
  ]);
});

test('related places get ranges too, in any file', () => {
  const [finding] = locateFindings(
    [
      report('id', value('a.json', '/id'), {
        clients: 'all',
        also: [{ ruleId: 'other' }],
        related: [
          { at: value('b.json', '/1'), message: 'there' },
          { at: { file: 'b.json' }, message: 'that file' },
        ],
      }),
    ],
    SOURCES,
  );
  expect(finding).toEqual({
    ruleId: 'id',
    severity: 'error',
    message: 'm',
    clients: 'all',
    file: 'a.json',
    pointer: '/id',
    start: { line: 2, column: 9, offset: 10 },
    end: { line: 2, column: 13, offset: 14 },
    also: [{ ruleId: 'other' }],
    related: [
      {
        message: 'there',
        file: 'b.json',
        pointer: '/1',
        start: { line: 1, column: 9, offset: 8 },
        end: { line: 1, column: 14, offset: 13 },
      },
      {
        message: 'that file',
        file: 'b.json',
        start: { line: 1, column: 1, offset: 0 },
        end: { line: 1, column: 1, offset: 0 },
      },
    ],
  });
});

test('a place in an unknown text becomes the start of the text', () => {
  expect(locateFindings([report('id', value('gone.json', '/id'))], SOURCES).map(brief)).toEqual([
    'gone.json 1:1-1:1 error id /id m',
  ]);
});

test('a text is walked once for all reports that point into it', () => {
  let walks = 0;
  const counting: Source = {
    ...A,
    locate: (places) => {
      walks += 1;
      return A.locate(places);
    },
  };
  locateFindings(
    ['/id', '/status', ''].map((pointer) => report('id', value('a.json', pointer))),
    new Map([['a.json', counting]]),
  );
  expect(walks).toBe(1);
});

test('the order is total: findings come in the same order, regardless of the order of the reports', () => {
  const at = value('a.json', '/id');
  const severities: readonly Severity[] = ['error', 'warning'];
  const reports = severities.flatMap((severity) => [
    report('a', at, { severity }),
    report('b', at, { severity }),
    report('b', at, { severity, message: 'n' }),
    report('b', value('a.json', '/status'), { severity }),
    report('b', value('b.json', '/0'), { severity }),
    report('b', { file: 'a.json', span: [10, 12] }, { severity }),
  ]);
  const expected = [
    'a.json 2:9-2:11 error b m',
    'a.json 2:9-2:11 warning b m',
    'a.json 2:9-2:13 error a /id m',
    'a.json 2:9-2:13 error b /id m',
    'a.json 2:9-2:13 error b /id n',
    'a.json 2:9-2:13 warning a /id m',
    'a.json 2:9-2:13 warning b /id m',
    'a.json 2:9-2:13 warning b /id n',
    'a.json 3:13-3:16 error b /status m',
    'a.json 3:13-3:16 warning b /status m',
    'b.json 1:2-1:7 error b /0 m',
    'b.json 1:2-1:7 warning b /0 m',
  ];
  // Every rotation, forwards and backwards, would show a comparison that is not transitive.
  for (const [index] of reports.entries()) {
    const rotated = [...reports.slice(index), ...reports.slice(0, index)];
    expect(locateFindings(rotated, SOURCES).map(brief)).toEqual(expected);
    expect(locateFindings(rotated.toReversed(), SOURCES).map(brief)).toEqual(expected);
  }
});
