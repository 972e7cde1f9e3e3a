import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { brief } from '../../engine/brief';
import { judgeProject } from '../../engine/check-made';
import { tempProject } from '../../engine/temp-project';
import { findingsOf } from '../rule-fixtures';

describe('fact-found', () => {
  test('accepts places that have a value, in samples and text files', async () => {
    expect(await findingsOf('fact-found/right')).toEqual([]);
  });

  test('reports why a place has no value', async () => {
    expect(await findingsOf('fact-found/wrong')).toEqual([
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: there is no sample `flavors/flavor-get-rsp.json`: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/1',
        start: { line: 8, column: 7 },
        end: { line: 8, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: there is no sample `flavors/elsewhere/entirely.json`',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/2',
        start: { line: 9, column: 7 },
        end: { line: 9, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message: 'the fact "smallest flavor" has no value here: `flavors/broken.json` cannot be read as JSON',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/3',
        start: { line: 10, column: 7 },
        end: { line: 10, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `$.flavour.id` selects nothing in `flavors/flavor-get-resp.json`',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/4',
        start: { line: 11, column: 7 },
        end: { line: 11, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `$.flavor[` is not a JSONPath query: unclosed bracketed selection (\'$.flavor[\':9)',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/5',
        start: { line: 12, column: 7 },
        end: { line: 12, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `^smalest: (\\d+)$` matches nothing in `doc/flavors.rst`',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/6',
        start: { line: 13, column: 7 },
        end: { line: 13, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `smallest: (` is not a regular expression: Unterminated group',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/7',
        start: { line: 14, column: 7 },
        end: { line: 14, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `doc/nowhere.rst` cannot be read: there is no such file; create it, or fix the path',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/8',
        start: { line: 15, column: 7 },
        end: { line: 15, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `doc` cannot be read: it is a folder, not a file; rename it, or put the file in its place',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/9',
        start: { line: 16, column: 7 },
        end: { line: 16, column: 8 },
      },
      {
        ruleId: 'fact-found',
        severity: 'error',
        message:
          'the fact "smallest flavor" has no value here: `^(a+)+$` took longer than 500 ms: simplify it, or raise `limits.validation_time`',
        file: 'contracts.yaml',
        pointer: '/facts/smallest flavor/10',
        start: { line: 17, column: 7 },
        end: { line: 17, column: 8 },
      },
    ]);
  });

  test('writes the name of a fact as JSON, as facts-agree does', () => {
    const places = ['MIN', 'MAX'].map((match) => ({ file: 'code.py', match }));
    const facts = { 'the "new"\none': places };
    const cwd = tempProject({ 'contracts.json': { facts }, 'code.py': 'MAX\n' });
    expect(judgeProject(openProject({ cwd })).findings.map(({ message }) => message)).toEqual([
      'the fact "the \\"new\\"\\none" has no value here: `MIN` matches nothing in `code.py`',
    ]);
  });

  test('reports a group of `value:` that does not exist, or that takes no part in a match', () => {
    const facts = {
      newest: [
        { file: 'code.py', match: '(\\d+)', value: '$1.$2' },
        { file: 'code.py', match: '(?<major>\\d+)(?:, (?<minor>\\d+))?', value: '$<major>.$<minor>' },
      ],
    };
    const cwd = tempProject({ 'contracts.json': { facts }, 'code.py': 'MAX = (2, 18)\nMIN = (2)\n' });
    expect(judgeProject(openProject({ cwd })).findings.map(brief)).toEqual([
      'contracts.json 1:21-1:22 error fact-found /facts/newest/0 the fact "newest" has no value here: `$1.$2` uses the group `$2`, which `match` does not have {sample-judged}',
      'contracts.json 1:73-1:74 error fact-found /facts/newest/1 the fact "newest" has no value here: the group `$<minor>` takes no part in the match "2" in `code.py` {sample-judged}',
    ]);
  });
});
