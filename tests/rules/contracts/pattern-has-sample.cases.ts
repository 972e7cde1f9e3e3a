import { describe, expect, test } from '@jest/globals';

import { runCli } from '../../cli/run-cli';
import { tempProject } from '../../engine/temp-project';
import { findingsOf } from '../rule-fixtures';

describe('pattern-has-sample', () => {
  test('accepts patterns that match without the microversion folder', async () => {
    expect(await findingsOf('pattern-has-sample/right')).toEqual([]);
  });

  test('rejects each pattern that matches nothing, and suggests the nearest sample', async () => {
    expect(await findingsOf('pattern-has-sample/wrong')).toEqual([
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavor/flavor-get-resp.json` of flavors.show matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/1',
        start: { line: 6, column: 9 },
        end: { line: 6, column: 36 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message: 'the pattern `servers/**` of flavors.show matches no sample: fix it, or remove it',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/2',
        start: { line: 7, column: 9 },
        end: { line: 7, column: 19 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavors/flavor-*-req.json` of flavors.show matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/3/path',
        start: { line: 8, column: 17 },
        end: { line: 8, column: 44 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavors/flavors-list-resp.json` of flavors.list matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.list/samples',
        start: { line: 11, column: 14 },
        end: { line: 11, column: 44 },
      },
    ]);
  });

  test('names `schemas:` where its folder has all that a pattern matches, except Markdown', async () => {
    const cwd = tempProject({
      'contracts.yaml':
        'samples: spec\nschemas: spec/json\ncontracts:\n  a: { schema: a.schema.json, samples: [json/a.json, { path: "**/*.md", fence: json }] }\n',
      'spec/json/a.schema.json': { type: 'object', required: ['a'] },
      'spec/json/a.json': { a: 1 },
      'spec/json/a.md': '```json\n{ "a": 1 }\n```\n',
    });
    expect((await runCli(['check', '-q', '--fail-on', 'warning'], { cwd })).out).toBe(
      'contracts.yaml:4:41: error pattern-has-sample the pattern `json/a.json` of a matches only files in a folder of `schemas:`, which has no samples: use one folder for `samples:` and `schemas:`, or move them\n',
    );
  });

  test('names `ignore:` where it excludes all that a pattern matches', async () => {
    const cwd = tempProject({
      'contracts.yaml':
        'ignore: [drafts]\ncontracts:\n  a: { schema: a.json, samples: [a.json, "drafts/*.json"], live: { request: GET /, sample: drafts/b.json } }\n',
      'schemas/a.json': { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
      'api_samples/a.json': { a: 1 },
      'api_samples/drafts/b.json': { a: 'x' },
    });
    expect((await runCli(['check', '-q'], { cwd })).out).toBe(
      [
        'contracts.yaml:3:42: error pattern-has-sample the pattern `drafts/*.json` of a matches only files that `ignore:` excludes: fix one of them',
        'contracts.yaml:3:66: error pattern-has-sample the pattern `drafts/b.json` of a matches only files that `ignore:` excludes: fix one of them',
        '',
      ].join('\n'),
    );
  });
});
