import { expect, test } from '@jest/globals';

import { UsageError } from '../../src/model/usage-error';
import { formatUsageError, usageFindings } from '../../src/reporters/pretty/format-usage-error';
import { createJsonSource } from '../../src/text/json/json-source';

const source = createJsonSource('contracts.json', '{\n  "a": 1,\n  "b": 2\n}\n');
const details = [
  { place: { file: 'contracts.json', pointer: '/b', token: 'value' }, message: 'second' },
  { place: { file: 'contracts.json', span: [4, 7] }, message: 'first' },
] as const;

test('what stopped a run is followed by each place that must be mended, in the order of the text', () => {
  expect(formatUsageError(new UsageError('stop', details, source), { color: false })).toBe(
    [
      'stop',
      '',
      'contracts.json',
      '',
      '  2:3  error  manifest',
      '       first',
      '   2 |   "a": 1,',
      '     |   ^^^',
      '',
      '  3:8  error  manifest   /b',
      '       second',
      '   3 |   "b": 2',
      '     |        ^',
    ].join('\n'),
  );
});

test.each([
  ['details', new UsageError('stop', [], source)],
  ['a text', new UsageError('stop', details)],
])('without %s it is the message alone', (_, error) => {
  expect(formatUsageError(error, { color: true })).toBe('stop');
  expect(usageFindings(error)).toEqual([]);
});
