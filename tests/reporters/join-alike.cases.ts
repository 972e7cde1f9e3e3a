import { expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/finding';
import { joinAlike } from '../../src/reporters/join-alike';

const START = { line: 1, column: 1, offset: 0 };
const END = { line: 1, column: 4, offset: 3 };

function finding(file: string, rest: Partial<Finding> = {}): Finding {
  const message = 'refused the connection';
  return {
    ruleId: 'live-answers',
    severity: 'error',
    message,
    file,
    start: START,
    end: START,
    also: [],
    related: [],
    ...rest,
  };
}

test('findings about whole responses with the same message are joined into one that names the others', () => {
  const findings = ['http://a/', 'http://a/v2/', 'http://a/v3'].map((file) => finding(file));
  expect(joinAlike(findings)).toEqual([{ ...finding('http://a/'), others: findings.slice(1) }]);
});

test('findings about whole files with the same group message are joined under that message', () => {
  const [a, b, c] = [
    ['s/a.json', 's'],
    ['s/b.json', 's'],
    ['t/c.json', 't'],
  ].map(([file = '', folder = '']) =>
    finding(file, { message: `wrong ${file}`, groupMessage: `wrong files in ${folder}` }),
  );
  expect(joinAlike([a, b, c].filter((each) => each !== undefined))).toEqual([
    { ...a, message: 'wrong files in s', others: [b] },
    c,
  ]);
});

test.each<[string, Finding]>([
  ['in other words', finding('http://a/v2/', { message: 'reset the connection' })],
  ['by another rule', finding('http://a/v2/', { ruleId: 'live-status' })],
  ['of another severity', finding('http://a/v2/', { severity: 'warning' })],
  ['of a place in an answer', finding('http://a/v2/', { pointer: '/a', end: END })],
  [
    'with another place',
    finding('http://a/v2/', { related: [{ message: 'b', file: 'b', start: START, end: END }] }),
  ],
])('what is said %s stands for itself', (_, other) => {
  expect(joinAlike([finding('http://a/'), other])).toEqual([finding('http://a/'), other]);
});
