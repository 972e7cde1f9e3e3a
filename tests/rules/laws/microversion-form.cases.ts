import { describe, expect, test } from '@jest/globals';

import { microversionForm } from '../../../src/rules/laws/microversion-form';
import { reportsAlone } from '../../../src/rules/rule';
import { versionsSubject } from '../../engine/versions-subject';
import { findingsOf } from '../rule-fixtures';

describe('microversion-form', () => {
  test('accepts empty microversions and numbers of any size', async () => {
    expect(await findingsOf('microversion-form/right')).toEqual([]);
  });

  test('rejects every other form, with the microversion that was meant', async () => {
    expect(await findingsOf('microversion-form/wrong')).toEqual([
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "v1.104": write "1.104"',
        file: 'versions.json',
        pointer: '/versions/0/version',
        start: { line: 16, column: 24 },
        end: { line: 16, column: 32 },
        clients: 'gophercloud and gtema/openstack fail; novaclient raises an exception',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "2"',
        file: 'versions.json',
        pointer: '/versions/1/version',
        start: { line: 32, column: 24 },
        end: { line: 32, column: 27 },
        clients: 'gophercloud fails; novaclient raises an exception; keystoneauth reads 2.0',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "3.0104": write "3.104"',
        file: 'versions.json',
        pointer: '/versions/2/version',
        start: { line: 48, column: 24 },
        end: { line: 48, column: 32 },
        clients: 'novaclient raises an exception; the other clients read it without the zero',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "latest"',
        file: 'versions.json',
        pointer: '/versions/3/version',
        start: { line: 64, column: 24 },
        end: { line: 64, column: 32 },
        clients: 'gophercloud fails; novaclient raises an exception',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "5.1.3"',
        file: 'versions.json',
        pointer: '/versions/4/version',
        start: { line: 80, column: 24 },
        end: { line: 80, column: 31 },
        clients: 'gophercloud fails; novaclient raises an exception',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got " 6.1": write "6.1"',
        file: 'versions.json',
        pointer: '/versions/5/min_version',
        start: { line: 97, column: 28 },
        end: { line: 97, column: 34 },
        clients: 'gophercloud fails; novaclient raises an exception',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "7.x"',
        file: 'versions.json',
        pointer: '/versions/6/max_version',
        start: { line: 112, column: 28 },
        end: { line: 112, column: 33 },
        clients: 'gophercloud fails',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "+7.1": write "7.1"',
        file: 'versions.json',
        pointer: '/versions/6/min_version',
        start: { line: 113, column: 28 },
        end: { line: 113, column: 34 },
        clients: 'gophercloud fails; novaclient raises an exception',
      },
      {
        ruleId: 'microversion-form',
        severity: 'error',
        message: 'expected a microversion such as "2.79", got "banana"',
        file: 'versions.json',
        pointer: '/versions/7/next_min_version',
        start: { line: 130, column: 33 },
        end: { line: 130, column: 41 },
      },
    ]);
  });

  test.each(['２.3', '2．3', ' 2.3', '2.​3'])('suggests 2.3 in ASCII for %j', (text) => {
    const subject = versionsSubject('a.json', { version: { id: 'v2.1', version: text } });
    const [report] = reportsAlone(microversionForm, subject);
    expect(report?.message).toMatch(/: write "2\.3"$/);
  });
});
