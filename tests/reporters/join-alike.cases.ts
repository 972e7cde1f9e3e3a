import { expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/findings/finding';
import { joinAlike, joinMany } from '../../src/reporters/join-alike';

const START = { line: 1, column: 1, offset: 0 };
const END = { line: 1, column: 4, offset: 3 };

function finding(file: string, rest: Partial<Finding> = {}): Finding {
  const message = 'refused the connection';
  return {
    fingerprint: 'samplegate/v1:1',
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

/** A finding at a property of an example in a document. */
function inExample(part: string, name: string, rest: Partial<Finding> = {}): Finding {
  return finding('openapi.yaml', {
    ruleId: 'sample-matches-schema',
    message: `required property "${name}" is missing`,
    groupMessage: 'required properties {missing} are missing',
    missing: name,
    part,
    pointer: '',
    end: END,
    ...rest,
  });
}

test('the properties that one object lacks are one finding', () => {
  const found = ['id', 'name', 'ram'].map((name) => inExample('#/a', name));
  const [id] = found;
  const other = inExample('#/a', 'id', { pointer: '/0', start: END });
  expect(joinMany([...found, other])).toEqual([
    {
      ...id,
      message: 'required properties "id", "name" and "ram" are missing',
      groupMessage: 'required properties "id", "name", "ram" are missing',
    },
    { ...other, groupMessage: other.message },
  ]);
});

test('more than ten missing properties are counted', () => {
  const [joined] = joinMany(Array.from('abcdefghijkl', (name) => inExample('#/a', name)));
  expect(joined?.message).toBe(
    'required properties "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", … (12 in all) are missing',
  );
});

test('what many examples lack is one finding with the other places', () => {
  const found = ['#/a', '#/b', '#/c', '#/d', '#/e'].map((part) => inExample(part, 'id'));
  const message = 'required property "id" is missing, here and at 4 other places';
  expect(joinMany(found).map((each) => [each.message, each.others?.length])).toEqual([[message, 4]]);
  expect(joinMany(found.slice(1))).toHaveLength(4);
});

test('a mistake that is repeated in one document is one finding', () => {
  const text = { message: 'did you mean "name"?', groupMessage: 'did you mean "name"?' };
  const [first, second, third] = [
    inExample('#/a', 'name', { ...text, pointer: '/0/nmae' }),
    inExample('#/a', 'name', { ...text, pointer: '/1/nmae' }),
    inExample('#/b', 'name', text),
  ];
  expect(joinAlike([first, second, third])).toEqual([
    { ...first, message: 'did you mean "name"?, here and at 1 other place', others: [second] },
    third,
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
