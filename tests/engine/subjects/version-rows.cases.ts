import { expect, test } from '@jest/globals';

import { versionRows } from '../../../src/engine/subjects/version-rows';
import { entry, versionsSubject } from '../versions-subject';

test('each listed version has a row with the values as written', () => {
  const v2 = entry('v2.0', 'http://a.example.com/v2/', { status: 'SUPPORTED', version: '', min_version: '' });
  const v21 = entry('v2.1', '/v2.1/', { version: '2.60', max_version: '2.61', min_version: '2.1' });
  const document = {
    default_version: v21,
    versions: [v2, v21, 'odd', {}, { id: 3, links: 'none', version: 2.1 }],
  };
  expect(versionRows(versionsSubject('a.json', document))).toEqual([
    {
      file: 'a.json',
      id: 'v2.0',
      status: 'SUPPORTED',
      oldest: '',
      newest: '',
      self: 'http://a.example.com/v2/',
    },
    { file: 'a.json', id: 'v2.1', status: 'CURRENT', oldest: '2.1', newest: '2.61', self: '/v2.1/' },
    { file: 'a.json', id: '', status: '', oldest: '', newest: '', self: '' },
    { file: 'a.json', id: '', status: '', oldest: '', newest: '', self: '' },
  ]);
});

test('a document without a known shape has no rows', () => {
  expect(versionRows(versionsSubject('a.json', []))).toEqual([]);
});
