import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('schema-reads-alike', () => {
  test('accepts bounds of 64-bit integers, and inexact numbers in annotations', async () => {
    expect(await findingsOf('schema-reads-alike/right')).toEqual([]);
  });

  test('remarks on rounded numbers and on properties that are repeated with the same value', async () => {
    const findings = await findingsOf('schema-reads-alike/wrong');
    expect(linesOf(findings)).toEqual([
      'old.json:3:37-3:53 info /properties/n/maximum: Samplegate checks 9007199254740993 exactly, but many validators read it as 9007199254740992',
      'quota.yaml:3:24-3:31 info : the property "minimum" appears twice with the same value: remove one',
      'quota.yaml:3:45-3:61 info /properties/quota/const: Samplegate checks 9007199254740993 exactly, but many validators read it as 9007199254740992',
      'quota.yaml:5:21-5:38 info /properties/deep/items/const: Samplegate checks 9007199254740993 exactly, but many validators read it as 9007199254740992',
      'quota.yaml:6:1-6:5 info : the property "type" appears twice with the same value: remove one',
      'volume.json:3:34-3:40 info : the property "type" appears twice with the same value: remove one',
      'volume.json:3:64-3:80 info /properties/size/maximum: Samplegate checks 9007199254740993 exactly, but many validators read it as 9007199254740992',
      'volume.json:4:26-4:42 info /properties/key/enum/1: Samplegate checks 9007199254740993 exactly, but many validators read it as 9007199254740992',
      'volume.json:4:52-4:57 info /properties/key/enum/2/a/0: Samplegate checks 1e400 exactly, but many validators read it as Infinity',
      'volume.json:9:5-9:8 info : the property "a" appears twice with the same value: remove one',
      'volume.json:9:49-9:56 info /$defs/a/properties/y/multipleOf: Samplegate checks 10e-401 exactly, but many validators read it as 0',
      'volume.json:9:76-9:98 info /$defs/a/properties/x/const: Samplegate checks 0.10000000000000000550 exactly, but many validators read it as 0.1',
    ]);
    expect(findings.flatMap(({ related = [] }) => related)).toMatchObject([
      { message: 'the first one', file: 'schemas/quota.yaml', start: { line: 3, column: 12 } },
      { message: 'the first one', file: 'schemas/quota.yaml', start: { line: 1, column: 1 } },
      { message: 'the first one', file: 'schemas/volume.json', start: { line: 3, column: 15 } },
      { message: 'the first one', file: 'schemas/volume.json', start: { line: 8, column: 5 } },
    ]);
  });
});
