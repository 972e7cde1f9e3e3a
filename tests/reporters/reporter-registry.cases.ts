import { describe, expect, test } from '@jest/globals';

import { isReportFormat, REPORTERS } from '../../src/reporters/reporter-registry';

describe('the registry of reporters', () => {
  test('has pretty first, as the default', () => {
    expect(Object.keys(REPORTERS)[0]).toBe('pretty');
  });

  test.each(Object.keys(REPORTERS))('knows %s', (name) => {
    expect(isReportFormat(name)).toBe(true);
  });

  test.each(['', 'Pretty', 'toString', '__proto__'])('does not know %j', (name) => {
    expect(isReportFormat(name)).toBe(false);
  });
});
