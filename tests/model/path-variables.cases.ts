import { describe, expect, test } from '@jest/globals';

import { fillPath, isPathVariable, isUsableInPath, pathVariables } from '../../src/model/path-variables';

const ENV = {
  OS_PROJECT_ID: 'p1',
  OS_TENANT_ID: 'AUTH_a/b c?d#é%',
  SAMPLEGATE_SERVER: ' s1\n',
  SAMPLEGATE_UP: '..',
  SAMPLEGATE_EMPTY: '',
  HOME: '/root',
};

describe('a path is filled', () => {
  test.each([
    ['/v1/${OS_PROJECT_ID}/stacks', '/v1/p1/stacks'],
    ['/v1/${OS_PROJECT_ID}/${OS_PROJECT_ID}', '/v1/p1/p1'],
    ['/v1/${OS_TENANT_ID}', '/v1/AUTH_a%2Fb%20c%3Fd%23%C3%A9%25'],
    ['/v1/AUTH_${OS_PROJECT_ID}?server=${SAMPLEGATE_SERVER}', '/v1/AUTH_p1?server=s1'],
    ['/$${OS_PROJECT_ID}', '/$p1'],
    ['/{${OS_PROJECT_ID}}', '/{p1}'],
  ])('%s', (path, filled) => {
    expect(fillPath(path, ENV)).toBe(filled);
  });

  test.each([
    '/users?$filter=name',
    '/{id}/{os_project_id}',
    '/$OS_PROJECT_ID',
    '/${}',
    '/${a-b}',
    '/${1}',
    '/${OS_PROJECT_ID',
    '/$ {OS_PROJECT_ID}',
    '/$%7BOS_PROJECT_ID%7D',
  ])('%s is literal', (path) => {
    expect(pathVariables(path)).toEqual([]);
    expect(fillPath(path, ENV)).toBe(path);
  });

  test.each(['/${HOME}', '/${SAMPLEGATE_UP}', '/${SAMPLEGATE_EMPTY}', '/${SAMPLEGATE_NONE}'])(
    '%s stays as it is',
    (path) => {
      expect(fillPath(path, ENV)).toBe(path);
    },
  );
});

test('the variables of a path are each listed once, in order', () => {
  expect(pathVariables('/${B}/${A}/${B}?${c_1}')).toEqual(['B', 'A', 'c_1']);
});

test.each([
  ['OS_PROJECT_ID', true],
  ['OS_TENANT_ID', true],
  ['SAMPLEGATE_SERVER', true],
  ['SAMPLEGATE_', false],
  ['OS_PASSWORD', false],
  ['os_project_id', false],
  ['MY_SAMPLEGATE_X', false],
  ['toString', false],
])('a path may have the variable %s: %s', (name, is) => {
  expect(isPathVariable(name)).toBe(is);
});

test.each([
  ['a', true],
  ['...', true],
  ['..', false],
  ['.', false],
  [' ', false],
  [undefined, false],
] as const)('%j can be a part of a path: %s', (value, is) => {
  expect(isUsableInPath(value)).toBe(is);
});
