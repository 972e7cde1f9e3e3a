import { describe, expect, test } from '@jest/globals';
import { isReportFormat, REPORTERS } from '../../src/reporters/reporter-registry';
import { GREEN, HOSTILE, RED } from './results';

const RESULTS = { GREEN, RED, HOSTILE };
const CASES = Object.entries(REPORTERS).flatMap(([format, reporter]) =>
  Object.entries(RESULTS).map(([name, result]) => ({ format, reporter, name, result })),
);

describe('the registry of reporters', () => {
  test('has pretty first, as the default', () => {
    expect(Object.keys(REPORTERS)).toEqual(['pretty', 'json', 'ndjson', 'junit', 'github']);
  });

  test.each(['pretty', 'json', 'ndjson', 'junit', 'github'])('knows %s', (name) => {
    expect(isReportFormat(name)).toBe(true);
  });

  test.each(['', 'Pretty', 'sarif', 'toString', '__proto__'])('does not know %j', (name) => {
    expect(isReportFormat(name)).toBe(false);
  });

  test.each(CASES)(
    '$format is the same text twice for $name, and ends in one newline',
    ({ reporter, result }) => {
      const options = { color: true, verbose: true, quiet: false, version: '1.2.3' };
      const text = reporter(result, options);
      expect(reporter(result, options)).toBe(text);
      expect(text).toMatch(/[^\n]\n$/);
    },
  );
});
