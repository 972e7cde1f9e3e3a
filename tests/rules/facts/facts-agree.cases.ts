import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { brief } from '../../engine/brief';
import { judgeProject } from '../../engine/check-made';
import { tempProject } from '../../engine/temp-project';
import { quote } from '../../../src/wording/quote';
import { changeLines, findingsOf } from '../rule-fixtures';

/** The findings on a project whose manifest has only facts, in one line each. */
function findingsIn(facts: object, files: Readonly<Record<string, unknown>>): readonly string[] {
  const cwd = tempProject({ ...files, 'contracts.json': { facts } });
  return judgeProject(openProject({ cwd })).findings.map(brief);
}

const MAX = { file: 'code.py', match: 'MAX = "(.+?)"' };

describe('facts-agree', () => {
  test('accepts equal values in places of every kind', async () => {
    expect(await findingsOf('facts-agree/right')).toEqual([]);
  });

  test('expects the value of the code, else the newest microversion, in every place', async () => {
    const findings = await findingsOf('facts-agree/wrong');
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual(
      findings.map(() => ['facts-agree', 'error']),
    );
    expect(findings.map(({ ruleId: _id, severity: _severity, ...finding }) => finding)).toEqual([
      {
        message:
          'the fact "smallest flavor" is "1" here, but doc/flavors.rst has "01": use the value of the code',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/id',
        start: { line: 3, column: 15 },
        end: { line: 3, column: 18 },
        related: [
          {
            message: '"01"',
            file: 'doc/flavors.rst',
            start: { line: 4, column: 11 },
            end: { line: 4, column: 13 },
          },
        ],
      },
      {
        message:
          'the fact "newest microversion" is "2.9" here, but doc/flavors.rst has "2.10": 2.10 is newer, so the other is probably stale',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/microversion',
        start: { line: 7, column: 21 },
        end: { line: 7, column: 26 },
        related: [
          {
            message: '"2.10"',
            file: 'doc/flavors.rst',
            start: { line: 9, column: 23 },
            end: { line: 9, column: 25 },
          },
        ],
      },
      {
        message:
          'the fact "smallest flavor" is "2" here, but doc/flavors.rst has "01": use the value of the code',
        file: 'api_samples/flavors/flavors-in-use.json',
        pointer: '/flavor/id',
        start: { line: 2, column: 23 },
        end: { line: 2, column: 26 },
        related: [
          {
            message: '"01"',
            file: 'doc/flavors.rst',
            start: { line: 4, column: 11 },
            end: { line: 4, column: 13 },
          },
        ],
      },
      {
        message:
          'the fact "newest microversion" is "2.9" here, but doc/flavors.rst has "2.10": 2.10 is newer, so the other is probably stale',
        file: 'api_samples/flavors/flavors-in-use.json',
        pointer: '/microversion',
        start: { line: 3, column: 21 },
        end: { line: 3, column: 26 },
        related: [
          {
            message: '"2.10"',
            file: 'doc/flavors.rst',
            start: { line: 9, column: 23 },
            end: { line: 9, column: 25 },
          },
        ],
      },
      {
        message:
          'the fact "memory of the smallest flavor" is "256" here, but another place in this file has "128": use the same value in both',
        file: 'doc/flavors.rst',
        start: { line: 6, column: 8 },
        end: { line: 6, column: 11 },
        related: [
          {
            message: '"128"',
            file: 'doc/flavors.rst',
            start: { line: 7, column: 1 },
            end: { line: 7, column: 4 },
          },
        ],
      },
      {
        message:
          'the fact "memory of the smallest flavor" is "128" here, but another place in this file has "256": use the same value in both',
        file: 'doc/flavors.rst',
        start: { line: 7, column: 1 },
        end: { line: 7, column: 4 },
        related: [
          {
            message: '"256"',
            file: 'doc/flavors.rst',
            start: { line: 6, column: 8 },
            end: { line: 6, column: 11 },
          },
        ],
      },
    ]);
  });

  test('compares objects, arrays and literals as values, however they are written', () => {
    const facts = {
      shape: [
        { sample: 'a.json', at: '$.v' },
        { sample: 'b.yaml', at: '$.v' },
      ],
      none: [
        { sample: 'a.json', at: '$.n' },
        { sample: 'b.yaml', at: '$.n' },
      ],
    };
    const contracts = { a: { schema: 'a.json', samples: '*' } };
    const cwd = tempProject({
      'contracts.json': { contracts, facts, rules: { 'schema-constrains': 'off' } },
      'schemas/a.json': {},
      'api_samples/a.json': '{ "v": { "a": [1, null], "b": "x" }, "n": null }\n',
      'api_samples/b.yaml': 'v: { b: x, a: [1.0, ~] }\nn:\n',
    });
    expect(judgeProject(openProject({ cwd })).findings.map(brief)).toEqual([]);
  });

  test('reports the older microversions, even where most places or the code have them', () => {
    const facts = { newest: [MAX, { sample: 'a.json', at: '$.v' }, { sample: 'b.json', at: '$.v' }] };
    const sample = { 'api_samples/b.json': { v: '2.9' }, 'code.py': 'MAX = "2.9"\n' };
    expect(findingsIn(facts, { ...sample, 'api_samples/a.json': { v: '2.10' } })).toEqual([
      'api_samples/b.json 1:6-1:11 error facts-agree /v the fact "newest" is "2.9" here, but api_samples/a.json has "2.10": 2.10 is newer, so the other is probably stale (api_samples/a.json 1:6 "2.10")',
      'code.py 1:8-1:11 error facts-agree the fact "newest" is "2.9" here, but api_samples/a.json has "2.10": 2.10 is newer, so the other is probably stale (api_samples/a.json 1:6 "2.10")',
    ]);
    expect(findingsIn(facts, { ...sample, 'api_samples/a.json': { v: '2.9' } })).toEqual([]);
  });

  test('expects the value of the code where a value is not a microversion', () => {
    const facts = { name: [{ sample: 'a.json', at: '$.*' }, MAX] };
    const files = { 'api_samples/a.json': { v: '2.10', w: '2.10' }, 'code.py': 'MAX = "v2.9"\n' };
    expect(findingsIn(facts, files)).toEqual([
      'api_samples/a.json 1:6-1:12 error facts-agree /v the fact "name" is "2.10" here, but code.py has "v2.9": use the value of the code (code.py 1:8 "v2.9")',
      'api_samples/a.json 1:17-1:23 error facts-agree /w the fact "name" is "2.10" here, but code.py has "v2.9": use the value of the code (code.py 1:8 "v2.9")',
    ]);
  });

  test('reports each place of a code that disagrees with itself, and leaves the samples out', () => {
    const facts = {
      name: [MAX, { file: 'docs.rst', match: 'up to (\\w+)' }, { sample: 'a.json', at: '$.v' }],
    };
    const files = {
      'api_samples/a.json': { v: 'c' },
      'code.py': 'MAX = "a"\nMAX = "a"\n',
      'docs.rst': 'up to b\n',
    };
    expect(findingsIn(facts, files)).toEqual([
      'code.py 1:8-1:9 error facts-agree the fact "name" is "a" here, but docs.rst has "b": use the same value in both (docs.rst 1:7 "b")',
      'code.py 2:8-2:9 error facts-agree the fact "name" is "a" here, but docs.rst has "b": use the same value in both (docs.rst 1:7 "b")',
      'docs.rst 1:7-1:8 error facts-agree the fact "name" is "b" here, but code.py has "a": use the same value in both (code.py 1:8 "a")',
    ]);
  });

  test('expects the value of most places where there is no code, and the first in a tie', () => {
    const facts = {
      name: [
        { sample: 'a.json', at: '$.*' },
        { sample: 'b.json', at: '$.*' },
      ],
    };
    expect(
      findingsIn(facts, { 'api_samples/a.json': { v: 'x' }, 'api_samples/b.json': { v: 'y', w: 'y' } }),
    ).toEqual([
      'api_samples/a.json 1:6-1:9 error facts-agree /v the fact "name" is "x" here, but api_samples/b.json has "y": use the same value in both (api_samples/b.json 1:6 "y")',
    ]);
    expect(findingsIn(facts, { 'api_samples/a.json': { v: 'x' }, 'api_samples/b.json': { v: 'y' } })).toEqual(
      [
        'api_samples/b.json 1:6-1:9 error facts-agree /v the fact "name" is "y" here, but api_samples/a.json has "x": use the same value in both (api_samples/a.json 1:6 "x")',
      ],
    );
  });

  test.each(['２.1', '2．1', ' 2.1', '2.\u200B1'])(
    'expects a microversion, not %j, even if the code has it',
    (value) => {
      const facts = { newest: [MAX, { sample: 'a.json', at: '$.v' }] };
      const files = { 'code.py': `MAX = "${value}"\n`, 'api_samples/a.json': { v: '2.1' } };
      expect(findingsIn(facts, files)).toEqual([
        `code.py 1:8-1:${8 + value.length} error facts-agree the fact "newest" is ${quote(value)} here, but api_samples/a.json has "2.1": a microversion consists of ASCII digits and one dot, so fix this one (api_samples/a.json 1:6 "2.1")`,
      ]);
    },
  );

  test('says of a value that only begins with a microversion that it differs', () => {
    const facts = { release: [MAX, { sample: 'a.json', at: '$.v' }] };
    const files = { 'code.py': 'MAX = "1.2.3"\n', 'api_samples/a.json': { v: '1.2' } };
    expect(findingsIn(facts, files)).toEqual([
      'api_samples/a.json 1:6-1:11 error facts-agree /v the fact "release" is "1.2" here, but code.py has "1.2.3": use the value of the code (code.py 1:8 "1.2.3")',
    ]);
  });

  test('counts a place once that two queries select', () => {
    const facts = {
      name: [
        { sample: 'a.json', at: '$.v' },
        { sample: 'a.json', at: '$..v' },
        { sample: 'b.json', at: '$.*' },
      ],
    };
    const files = { 'api_samples/a.json': { v: 'x' }, 'api_samples/b.json': { v: 'y', w: 'y' } };
    expect(findingsIn(facts, files)).toHaveLength(1);
  });

  test('lists more than five stale places in one finding, and reports five one by one', () => {
    const facts = { newest: [MAX, { sample: 'a.json', at: '$[*]' }] };
    const code = { 'code.py': 'MAX = "2.10"\n' };
    const six = ['2.9', '2.9', '2.8', '2.10', '2.9', '2.9', '2.9'];
    expect(findingsIn(facts, { ...code, 'api_samples/a.json': six })).toEqual([
      'api_samples/a.json 1:2-1:7 error facts-agree /0 the fact "newest" is "2.9" here, but code.py has "2.10", and 5 other places differ too: 2.10 is newer, so the others are probably stale (code.py 1:8 "2.10") (api_samples/a.json 1:8 "2.9") (api_samples/a.json 1:14 "2.8") (api_samples/a.json 1:27 "2.9") (api_samples/a.json 1:33 "2.9") (api_samples/a.json 1:39 "2.9")',
    ]);
    expect(findingsIn(facts, { ...code, 'api_samples/a.json': six.slice(1) })).toHaveLength(5);
  });
});

const state = (sample: string, code: string, doc = code) =>
  openProject({
    cwd: tempProject({
      'contracts.json': {
        facts: {
          release: [
            { sample: 'a.json', at: '$.release' },
            { file: 'code.txt', match: 'release: (.+)' },
            { file: 'doc.txt', match: 'release: (.+)' },
          ],
        },
      },
      'api_samples/a.json': { release: sample },
      'code.txt': `release: ${code}\n`,
      'doc.txt': `release: ${doc}\n`,
    }),
  });
const lines = (
  before: readonly [sample: string, code: string, doc?: string],
  after: readonly [sample: string, code: string, doc?: string],
) => changeLines('facts-agree', [state(...before), state(...after)]);

describe('facts-agree with a base', () => {
  test('expects the value of the places that changed', async () => {
    expect(await lines(['Rocky', 'Rocky'], ['Stein', 'Rocky', 'Stein'])).toEqual([
      'code.txt:1:10-1:15 error : the fact "release" is "Rocky" here, but api_samples/a.json has "Stein": that changed since the base, so change this one too',
    ]);
  });

  test('expects the newest microversion, even if the other place changed', async () => {
    expect(await lines(['2.60', '2.60'], ['2.59', '2.60'])).toEqual([
      'a.json:1:12-1:18 error /release: the fact "release" is "2.59" here, but code.txt has "2.60": 2.60 is newer, so the other is probably stale',
    ]);
  });

  test('expects a microversion, even if another text changed', async () => {
    expect(await lines(['2.60', '2.60'], ['2.60', '２.60', '２.60'])).toEqual([
      'code.txt:1:10-1:14 error : the fact "release" is "２.60" here, but api_samples/a.json has "2.60": a microversion consists of ASCII digits and one dot, so fix this one',
      'doc.txt:1:10-1:14 error : the fact "release" is "２.60" here, but api_samples/a.json has "2.60": a microversion consists of ASCII digits and one dot, so fix this one',
    ]);
  });

  test('expects the value of the code if the places that changed disagree, or all of them changed', async () => {
    const message = expect.stringContaining(
      'is "Stein" here, but code.txt has "Rocky": use the value of the code',
    );
    expect(await lines(['Queens', 'Rocky'], ['Stein', 'Rocky', 'Rocky'])).toHaveLength(2);
    expect(await lines(['Queens', 'Queens'], ['Stein', 'Rocky'])).toEqual([message]);
    expect(await lines(['Stein', 'Rocky'], ['Stein', 'Rocky'])).toEqual([message]);
  });
});
