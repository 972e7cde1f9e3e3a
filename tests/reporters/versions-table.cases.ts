import { describe, expect, test } from '@jest/globals';
import { paint } from '../../src/reporters/pretty/paint';
import { versionsTable } from '../../src/reporters/pretty/versions-table';
import { VERSIONS } from './results';

describe('the table of versions', () => {
  test('aligns its columns, wide characters too, and names the files where there are several', () => {
    expect(versionsTable(VERSIONS, paint(false)).split('\n')).toEqual([
      'file            id             status        oldest  newest  self',
      '<stdin>         v2.0           SUPPORTED     -       -       http://openstack.example.com/v2/',
      '<stdin>         v2.1           CURRENT       2.1     2.60    http://openstack.example.com/v2.1/',
      'docs/版本.json  v3<U+001B>[0m  experimental  -       3.100   -',
    ]);
  });

  test('leaves the file out where there is one', () => {
    expect(versionsTable(VERSIONS.slice(1, 2), paint(false)).split('\n')).toEqual([
      'id    status   oldest  newest  self',
      'v2.1  CURRENT  2.1     2.60    http://openstack.example.com/v2.1/',
    ]);
  });
});
