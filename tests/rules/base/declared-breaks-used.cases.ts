import { describe, expect, test } from '@jest/globals';

import { parseDeclaredBreaks } from '../../../src/project/git/declared-breaks';
import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeVersions } from './made-projects';

const state = (newest: string) => madeVersions(entry('v2.0', { version: newest, min_version: '2.1' }));

describe('declared-breaks-used', () => {
  test('accepts a line about what the change breaks', async () => {
    expect(await findingsOf('declared-breaks-used/right')).toEqual([]);
  });

  test('reports lines without effect, without a reason and about other rules', async () => {
    expect(await findingsOf('declared-breaks-used/wrong')).toEqual([
      {
        ruleId: 'declared-breaks-used',
        severity: 'warning',
        message:
          'commit c0ffee has the line `Samplegate-Allow: newest-monotonic v2.1: the service takes microversions back`, but newest-monotonic reports nothing about `v2.1`: remove the line, or fix it',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'declared-breaks-used',
        severity: 'warning',
        message:
          'commit c0ffee has the line `Samplegate-Allow: oldest-monotonic v2.1`, but the form is `RULE SUBJECT: REASON`: it allows nothing without all three',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'declared-breaks-used',
        severity: 'warning',
        message:
          'commit c0ffee has the line `Samplegate-Allow: status-known v2.1: our own status`, but only rules about a change can be allowed to be broken: name one of these, such as `ids-stay`',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test.each([
    ['Samplegate-Allow: newest-monotonic v2: a mistake', 0],
    ['samplegate-allow:  newest-monotonic 2.0 :  a mistake', 0],
    ['Samplegate-Allow : newest-monotonic v2: a mistake', 0],
    ['  * Samplegate-Allow: newest-monotonic v2.1: in a list', 1],
    ['Samplegate-Allow: newest-monotonic v2.1: another version', 1],
    ['Samplegate-Allow: newest-monotonic v2:', 1],
    ['Samplegate-Allow: newest-monotonic: v2', 1],
    ['Samplegate-Allow:', 1],
  ])('%s: %d findings', async (line, count) => {
    const message = `Subject\n\n${line}\n\nMore text.\n`;
    const states = [state('2.60'), state('2.59')] as const;
    expect(await changeLines('declared-breaks-used', states, { message })).toHaveLength(count);
  });

  test('a line with a million spaces is read in linear time', () => {
    const spaces = ' '.repeat(1e6);
    const lines = [
      `Samplegate-Allow:${spaces}ids-stay${spaces}v2.0${spaces}:${spaces}unused${spaces}`,
      `Samplegate-Allow: ids-stay${spaces}v2.0${spaces}unused`,
    ];
    const declared = parseDeclaredBreaks(`c0ffee\nAda\nSubject\n\n${lines.join('\n')}`);
    expect(declared.map(({ allows }) => allows)).toEqual([
      { ruleId: 'ids-stay', subject: 'v2.0', reason: 'unused' },
      undefined,
    ]);
  });
});
