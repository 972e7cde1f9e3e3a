import { expect, test } from '@jest/globals';

import { homesOfProject, moveHome, plainPath } from '../../src/serve/homes';
import { compute, servers } from './ask';

test('the home of a service is the part of its self links before the version, or `base_url` of the manifest', () => {
  expect(homesOfProject(compute)).toEqual(['http://openstack.example.com']);
  expect(homesOfProject(servers)).toEqual(['http://cloud.example.com/compute']);
  expect(homesOfProject({ ...servers, baseUrl: 'https://elsewhere.example.com/' })).toEqual([
    'https://elsewhere.example.com',
  ]);
  expect(homesOfProject({ ...servers, samples: [] })).toEqual([]);
});

test.each([
  ['http://a.test/c/v2/', 'http://b/v2/'],
  ['http://a.test/c', 'http://b'],
  ['http://a.test/d?x#y', 'http://b/d?x#y'],
  ['http://a.test', 'http://b'],
  ['from http://a.test/c/v2/ to http://a.test/', 'from http://b/v2/ to http://b/'],
  ['http://a.test/cc/', 'http://b/cc/'],
  ['http://a.test.evil/', 'http://a.test.evil/'],
  ['http://a.test:80/', 'http://a.test:80/'],
  ['http://a-test/c/', 'http://a-test/c/'],
  ['https://a.test/', 'https://a.test/'],
])('%s becomes %s', (text, moved) => {
  expect(moveHome(['http://a.test', 'http://a.test/c'], 'http://b')(text)).toBe(moved);
});

test('without a home, URLs are unchanged', () => {
  expect(moveHome([], 'http://b')('http://a.test/')).toBe('http://a.test/');
});

test.each([
  ['/', ''],
  ['//', ''],
  ['/v2.1/', '/v2.1'],
  ['//v3//servers/?limit=1', '/v3/servers'],
  ['/v3/a%20b#x', '/v3/a%20b'],
])('the path %s is looked up as %j', (path, plain) => {
  expect(plainPath(path)).toBe(plain);
});
