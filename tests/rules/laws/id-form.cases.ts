import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('id-form', () => {
  test('accepts a major version with and without a minor', async () => {
    expect(await findingsOf('id-form/right')).toEqual([]);
  });

  test('warns about a missing v and rejects any other form, with the id that was meant', async () => {
    expect(await findingsOf('id-form/wrong')).toEqual([
      {
        ruleId: 'id-form',
        severity: 'warning',
        message: 'the id "2.0" has no leading "v": write "v2.0"',
        file: 'versions.json',
        pointer: '/versions/0/id',
        start: { line: 4, column: 19 },
        end: { line: 4, column: 24 },
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'the id "v2.1.3" has a third part: write only the major and minor version, "v2.1"',
        file: 'versions.json',
        pointer: '/versions/1/id',
        start: { line: 18, column: 19 },
        end: { line: 18, column: 27 },
        clients: 'gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got "V3.0": write "v3.0"',
        file: 'versions.json',
        pointer: '/versions/2/id',
        start: { line: 32, column: 19 },
        end: { line: 32, column: 25 },
        clients: 'keystoneauth, gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got " v4.0": write "v4.0"',
        file: 'versions.json',
        pointer: '/versions/3/id',
        start: { line: 46, column: 19 },
        end: { line: 46, column: 26 },
        clients: 'keystoneauth, gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got "latest"',
        file: 'versions.json',
        pointer: '/versions/4/id',
        start: { line: 60, column: 19 },
        end: { line: 60, column: 27 },
        clients: 'keystoneauth, gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got ""',
        file: 'versions.json',
        pointer: '/versions/5/id',
        start: { line: 74, column: 19 },
        end: { line: 74, column: 21 },
        clients: 'keystoneauth, gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got the number 7',
        file: 'versions.json',
        pointer: '/versions/6/id',
        start: { line: 88, column: 19 },
        end: { line: 88, column: 20 },
        clients: 'gophercloud and rust-osauth reject the whole document',
      },
      {
        ruleId: 'id-form',
        severity: 'error',
        message: 'expected an id such as "v2.1", got null',
        file: 'versions.json',
        pointer: '/versions/7/id',
        start: { line: 102, column: 19 },
        end: { line: 102, column: 23 },
        clients: 'gophercloud and rust-osauth reject the whole document',
      },
    ]);
  });
});
