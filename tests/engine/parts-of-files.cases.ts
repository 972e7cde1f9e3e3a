import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { openProject } from '../../src/engine/open/open-project';
import { UsageError } from '../../src/model/usage-error';
import { usageFindings } from '../../src/reporters/pretty/format-usage-error';
import { reportJson } from '../../src/reporters/report-json';
import { reportJunit } from '../../src/reporters/report-junit';
import { reportPretty } from '../../src/reporters/report-pretty';
import { brief } from './brief';
import { tempProject } from './temp-project';

const SCHEMA = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};

/** The findings of a project with one contract `a`, each with its part; `entries` are the items of `samples:` as YAML. */
async function findingsIn(
  entries: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { findings } = await check({ cwd: projectOf(entries, files), cache: false });
  return findings
    .filter(({ ruleId }) => ruleId !== 'final-newline')
    .map((finding) => `${finding.part ?? ''}| ${brief(finding)}`);
}

function projectOf(entries: readonly string[], files: Readonly<Record<string, string>>): string {
  const samples = Object.fromEntries(Object.entries(files).map(([name, text]) => [`s/${name}`, text]));
  return tempProject({
    'contracts.yaml': `samples: s\ncontracts:\n  a:\n    schema: a.json\n    samples:\n${entries.map((entry) => `      - ${entry}\n`).join('')}`,
    'schemas/a.json': SCHEMA,
    ...samples,
  });
}

const FIXTURES = `{
  "other": 1,
  "resources": { "account": { "id": "x" }, "a/b": { "name": null } },
  "examples": [{ "value": { "id": 1 } }, { "value": { "id": true } }, { "none": 0 }]
}
`;

describe('at', () => {
  test('selects the value at a JSON Pointer, and findings have the part, the pointer in it and the place in the file', async () => {
    expect(
      await findingsIn(
        ['{ path: fix.json, at: /resources/account }', '{ path: fix.json, at: /resources/a~1b }'],
        { 'fix.json': FIXTURES },
      ),
    ).toEqual([
      '#/resources/account| s/fix.json 3:37-3:40 error sample-matches-schema /id expected an integer, got "x"',
      '#/resources/a~1b| s/fix.json 3:51-3:52 error sample-matches-schema \'\' required property "id" is missing',
      '#/resources/a~1b| s/fix.json 3:61-3:65 error sample-matches-schema /name expected a string, got null: to allow null, add "null" to the type',
    ]);
  });

  test('selects a value in YAML, also behind an alias or a merge key', async () => {
    expect(
      await findingsIn(
        [
          '{ path: fix.yaml, at: /one }',
          '{ path: fix.yml, at: /merged/inner }',
          '{ path: fix.yaml, at: /two }',
        ],
        {
          'fix.yaml': 'base: &b\n  id: x\none: *b\ntwo: { <<: *b, name: 1 }\n',
          'fix.yml': 'base: &b\n  inner: { id: x }\nmerged:\n  <<: *b\n',
        },
      ),
    ).toEqual([
      '#/one| s/fix.yaml 3:6-3:8 error sample-matches-schema /id expected an integer, got "x" (s/fix.yaml 2:7 written at the anchor `&b`)',
      '#/two| s/fix.yaml 4:12-4:14 error sample-matches-schema /id expected an integer, got "x" (s/fix.yaml 2:7 written at the anchor `&b`)',
      '#/two| s/fix.yaml 4:22-4:23 error sample-matches-schema /name expected a string, got 1: put it in quotes',
      '#/merged/inner| s/fix.yml 4:7-4:9 error sample-matches-schema /id expected an integer, got "x" (s/fix.yml 2:16 written at the anchor `&b`)',
    ]);
  });

  test('that leads nowhere is an error in the manifest, with a similar pointer', async () => {
    expect(
      await findingsIn(
        [
          '{ path: fix.json, at: /resources/acount }',
          '{ path: fix.json, at: /examples/7 }',
          '{ path: "*.json", at: /other/deep }',
          '{ path: other.json, at: /id }',
        ],
        { 'fix.json': FIXTURES, 'other.json': '{"id":{"id":1}}\n' },
      ),
    ).toEqual([
      '| contracts.yaml 6:31-6:48 error pattern-has-sample /contracts/a/samples/0/at `/resources/acount` of a selects nothing in `fix.json`: did you mean `/resources/account`?',
      '| contracts.yaml 7:31-7:42 error pattern-has-sample /contracts/a/samples/1/at `/examples/7` of a selects nothing in `fix.json`: fix it, or remove it',
      '| contracts.yaml 8:31-8:42 error pattern-has-sample /contracts/a/samples/2/at `/other/deep` of a selects nothing in 2 files: `fix.json`, `other.json`',
    ]);
  });
});

describe('items', () => {
  test('selects each value of a query, and a later entry replaces an earlier one for its part', async () => {
    expect(
      await findingsIn(['{ path: fix.json, items: "$.examples[*].value" }'], { 'fix.json': FIXTURES }),
    ).toEqual([
      '#/examples/1/value| s/fix.json 4:61-4:65 error sample-matches-schema /id expected an integer, got true',
    ]);
    expect(
      await findingsIn(
        [
          '{ path: fix.json, items: "$.examples[*].value" }',
          '{ path: fix.json, at: /examples/1/value, expect: invalid }',
        ],
        { 'fix.json': FIXTURES },
      ),
    ).toEqual([]);
  });

  test('that selects nothing is an error in the manifest', async () => {
    expect(
      await findingsIn(['{ path: "*.json", items: "$.nothing[*]" }'], {
        'fix.json': FIXTURES,
        'more.json': '[]\n',
      }),
    ).toEqual([
      '| contracts.yaml 6:34-6:48 error pattern-has-sample /contracts/a/samples/0/items `$.nothing[*]` of a selects nothing in 2 files: `fix.json`, `more.json`',
    ]);
  });
});

test('each line of NDJSON is a sample, and a broken line does not hide the others', async () => {
  expect(
    await findingsIn(['events.ndjson', 'crlf.jsonl', '{ path: deep.ndjson, at: /value }'], {
      'events.ndjson': '{"id":1}\n{"id":"x"}\n{"id":\n\n{"id":1,"id":2}\n{"id":123456789012345678901}',
      'crlf.jsonl': '\uFEFF{"id":1}\r\n{"name":"x"}\r\n',
      'deep.ndjson': '{"value":{"id":1}}\n{"value":{"id":null}}\n',
    }),
  ).toEqual([
    'line 1| s/crlf.jsonl 1:1-1:2 error file-utf-8 starts with a byte order mark, which many parsers reject: save it without one',
    'line 2| s/crlf.jsonl 2:1-2:2 error sample-matches-schema \'\' required property "id" is missing',
    'line 2 #/value| s/deep.ndjson 2:16-2:20 error sample-matches-schema /id expected an integer, got null: to allow null, add "null" to the type',
    'line 2| s/events.ndjson 2:7-2:10 error sample-matches-schema /id expected an integer, got "x"',
    'line 3| s/events.ndjson 3:7-3:7 error json-well-formed the object that starts on line 3 is not closed: expected a value, got the end of the text {sample-judged}',
    'line 5| s/events.ndjson 5:9-5:13 error keys-unique /id the property "id" appears twice in this object, and parsers disagree on which one counts: remove one (s/events.ndjson 5:2 the first one)',
    'line 6| s/events.ndjson 6:7-6:28 error numbers-exact /id 123456789012345678901 is beyond 2^53, where parsers round (most read 123456789012345680000): write it as a string',
  ]);
});

const MARKDOWN = `# Title

\`\`\`json,title=One
{"id": "x"}
\`\`\`

- in a list

  ~~~json
  {
    "id": 1,
    "name": 5
  }
  ~~~

> \`\`\`yaml,title=Two
> id: 1
> name: [a]
> \`\`\`

\`\`\`json,title=Three
\`\`\`

\`\`\`json
{"id": 1,
\`\`\`
`;

describe('fence', () => {
  test('selects blocks of Markdown by their info string, with places in the file', async () => {
    expect(
      await findingsIn(['{ path: "*.md", fence: title= }', '{ path: a.md, fence: json }'], {
        'a.md': MARKDOWN,
        'b.md': '# Nothing\n',
        'crlf.md': MARKDOWN.replaceAll('\n', '\r\n'),
      }),
    ).toEqual([
      'block 1| s/a.md 4:8-4:11 error sample-matches-schema /id expected an integer, got "x"',
      'block 2| s/a.md 12:13-12:14 error sample-matches-schema /name expected a string, got 5: put it in quotes',
      'block 3| s/a.md 18:9-18:12 error sample-matches-schema /name expected a string, got an array',
      'block 4| s/a.md 22:1-22:1 error json-well-formed the block is empty: expected a JSON value {sample-judged}',
      'block 5| s/a.md 25:10-25:10 error json-well-formed the object that starts on line 25 is not closed: expected a property name, got the end of the text {sample-judged}',
      'block 1| s/crlf.md 4:8-4:11 error sample-matches-schema /id expected an integer, got "x"',
      'block 3| s/crlf.md 18:9-18:12 error sample-matches-schema /name expected a string, got an array',
      'block 4| s/crlf.md 22:1-22:1 error json-well-formed the block is empty: expected a JSON value {sample-judged}',
    ]);
  });

  test('may be combined with at and items', async () => {
    expect(
      await findingsIn(
        ['{ path: a.md, fence: json, items: "$.list[*]" }', '{ path: a.md, fence: json, at: /one }'],
        {
          'a.md': '```json\n{ "list": [{ "id": 1 }, { "id": true }],\n  "one": {} }\n```\n',
        },
      ),
    ).toEqual([
      'block 1 #/list/1| s/a.md 2:33-2:37 error sample-matches-schema /id expected an integer, got true',
      'block 1 #/one| s/a.md 3:10-3:11 error sample-matches-schema \'\' required property "id" is missing',
    ]);
  });

  test('that no block has is an error in the manifest; Markdown and TOML without it are not samples', async () => {
    expect(
      await findingsIn(
        ['{ path: "*.md", fence: nothing }', '{ path: a.md, fence: json }', 'b.md', 'c.toml'],
        {
          'a.md': '```json\n{"id": 1}\n```\n',
          'b.md': 'text\n',
          'c.toml': 'id = 1\n',
        },
      ),
    ).toEqual([
      '| contracts.yaml 6:32-6:39 error pattern-has-sample /contracts/a/samples/0/fence no fenced block in `*.md` has `nothing` after its fence: fix it, or remove it',
      '| s/b.md 1:1-1:1 error json-well-formed a Markdown file is not a sample: name its blocks with `fence:` {sample-judged}',
      '| s/c.toml 1:1-1:1 error json-well-formed TOML is not read: write the sample as JSON or YAML {sample-judged}',
    ]);
  });
});

describe('json', () => {
  const LENIENT = '// first\n{\n  "id": "x", /* { */\n  "name": "a // b", \n}\n';
  const FILES = {
    'a.json': LENIENT,
    'b.json': '{"id": 1,}\n',
    'c.json': '[,]\n',
    'd.ndjson': '{"id":1,} // one\n{"id":null,}\n',
    'e.md': '```jsonc\n{ "id": "y", // why\n}\n```\n',
    'f.json': '{"id": 1,, }\n',
  };
  const entries = ['"*.json"', 'd.ndjson', '{ path: e.md, fence: jsonc }'];

  test.each([
    '',
    '{ comments: true }',
    '{ trailing_commas: true }',
    '{ comments: true, trailing_commas: true }',
  ])('as %s allows comments and trailing commas only where it says so', async (json) => {
    const cwd = projectOf(entries, FILES);
    if (json !== '') appendFileSync(join(cwd, 'contracts.yaml'), `json: ${json}\n`);
    const { findings } = await check({ cwd, cache: false });
    expect(findings.map((finding) => `${finding.part ?? ''}| ${brief(finding)}`)).toEqual(
      LENIENT_FINDINGS[json],
    );
  });
});

test('each document of a YAML stream is a sample, with anchors and empty documents of its own', async () => {
  expect(
    await findingsIn(['all.yaml', 'one.yml', 'empty.yaml'], {
      'all.yaml': '# first\n&a id: 1\n---\nid: x\nname: &n 5\n---\n---\nid: [1\n',
      'one.yml': 'id: 0x10\nname: no\n',
      'empty.yaml': '# nothing\n',
    }),
  ).toEqual([
    'document 2| s/all.yaml 4:5-4:6 error sample-matches-schema /id expected an integer, got "x"',
    'document 2| s/all.yaml 5:10-5:11 error sample-matches-schema /name expected a string, got 5: put it in quotes',
    'document 3| s/all.yaml 6:1-6:1 error json-well-formed the document is empty: expected a value {sample-judged}',
    'document 4| s/all.yaml 9:1-9:1 error json-well-formed an array is not closed: expected `]`, indented by at least one space {sample-judged}',
    '| s/empty.yaml 1:1-1:1 error json-well-formed the file is empty: expected a value {sample-judged}',
  ]);
});

test('a problem of the whole text is reported once, and one in another part is not', async () => {
  expect(
    await findingsIn(['{ path: fix.json, at: /a }', '{ path: fix.json, at: /b }'], {
      'fix.json': '{"a":{"id":1},"b":{"id":2},"c":{"x":1,"x":2},"b":{"id":3,"id":4}}\n',
    }),
  ).toEqual([
    '#/b| s/fix.json 1:46-1:49 error keys-unique \'\' the property "b" appears twice in this object, and parsers disagree on which one counts: remove one (s/fix.json 1:15 the first one)',
    '#/b| s/fix.json 1:58-1:62 error keys-unique /id the property "id" appears twice in this object, and parsers disagree on which one counts: remove one (s/fix.json 1:51 the first one)',
  ]);
  expect(
    await findingsIn(['{ path: fix.json, at: /a }', '{ path: fix.json, items: "$.b" }'], {
      'fix.json': '{"a":{"id":1}\n',
    }),
  ).toEqual([
    '| s/fix.json 2:1-2:1 error json-well-formed the object that starts on line 1 is not closed: expected `}`, got the end of the text {sample-judged}',
  ]);
});

test.each([
  ['{ path: x.json, at: a/b }', '`a/b` is not a JSON Pointer: did you mean `/a/b`?'],
  ['{ path: x.json, at: "#/a" }', '`#/a` is not a JSON Pointer: did you mean `/a`?'],
  ['{ path: x.json, at: "$.a" }', '`$.a` is not a JSON Pointer: write `items:` for a JSONPath query'],
  ['{ path: x.json, at: /a~b }', '`/a~b` is not a JSON Pointer: write `~` as `~0`'],
  ['{ path: x.json, at: /a, items: "$.a" }', 'an entry has `at` or `items`, not both: remove one'],
  ['{ path: x.json, items: "$.[" }', '`$.[` is not a JSONPath query: '],
])('%s is a mistake in the manifest', (entry, message) => {
  const cwd = projectOf([entry], { 'x.json': '{}' });
  let error: unknown;
  try {
    openProject({ cwd });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(UsageError);
  const [finding] = error instanceof UsageError ? usageFindings(error) : [];
  expect(finding?.message).toContain(message);
  expect(finding?.start.line).toBe(6);
});

const TWO = ['{ path: fix.json, items: "$.examples[*].value" }', 'events.ndjson'];

const TWO_FILES = { 'fix.json': FIXTURES, 'events.ndjson': '{"id":1}\n{"id":"x"}\n' };

test('PATHs select parts by their file or by their name', async () => {
  const cwd = projectOf(TWO, TWO_FILES);
  const run = async (...paths: string[]) => {
    const { summary, verdicts } = await check({ cwd, paths, cache: false });
    return [summary.samples, summary.findings.error, verdicts.map(({ name }) => name).slice(0, 5)];
  };
  expect(await run('s/fix.json')).toEqual([2, 1, expect.anything()]);
  expect(await run('s/events.ndjson')).toEqual([2, 1, expect.anything()]);
  expect(await run('s/fix.json#/examples/0/value')).toEqual([1, 0, expect.anything()]);
  expect(await run('schemas/a.json')).toEqual([4, 2, expect.anything()]);
});

test('shards divide the parts of one file, and together find everything', async () => {
  const cwd = projectOf(TWO, TWO_FILES);
  const parts = await Promise.all(
    [1, 2, 3].map((index) => check({ cwd, shard: { index, count: 3 }, cache: false })),
  );
  expect(parts.map(({ summary }) => summary.samples)).toEqual([2, 1, 1]);
  expect(parts.reduce((sum, { summary }) => sum + summary.findings.error, 0)).toBe(2);
});

test('the cached result has the parts and the text of their file', async () => {
  const cwd = projectOf(TWO, TWO_FILES);
  const fresh = await check({ cwd });
  const cached = await check({ cwd });
  expect(cached.findings).toEqual(fresh.findings);
  expect(cached.verdicts).toEqual(fresh.verdicts);
  const options = { color: false, verbose: false, quiet: false, version: '1', failOn: 'error' } as const;
  expect(reportPretty.report(cached, options)).toBe(reportPretty.report(fresh, options));
});

test('reports name the part', async () => {
  const result = await check({ cwd: projectOf(TWO, TWO_FILES), cache: false });
  const options = { color: false, verbose: false, quiet: false, version: '1', failOn: 'error' } as const;
  const pretty = reportPretty.report(result, options);
  expect(pretty).toContain('s/events.ndjson (line 2)   contract a\n\n  2:7  error');
  expect(pretty).toContain('s/fix.json#/examples/1/value   contract a\n\n  4:61  error');
  expect(pretty).toContain('2 errors in 2 of 4 samples; 1 contract');
  const junit = reportJunit.report(result, options);
  expect(junit).toContain(
    '<testcase classname="fix.json#/examples/1/value" name="sample-matches-schema" file="s/fix.json" line="4">',
  );
  expect(junit).toContain(
    '<testcase classname="events.ndjson (line 1)" name="sample-matches-schema" file="s/events.ndjson"/>',
  );
  const json: unknown = JSON.parse(reportJson.report(result, options));
  expect(json).toMatchObject({
    findings: [
      { file: 's/events.ndjson', part: 'line 2', pointer: '/id', start: { line: 2, column: 7 } },
      { file: 's/fix.json', part: '#/examples/1/value', pointer: '/id', start: { line: 4, column: 61 } },
    ],
  });
});

const LENIENT_FINDINGS: Readonly<Record<string, readonly string[]>> = {
  '': [
    '| s/a.json 1:1-1:9 error json-well-formed JSON does not allow comments: remove it {sample-judged}',
    '| s/b.json 1:9-1:10 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    '| s/c.json 1:2-1:3 error json-well-formed expected a value, got `,`: remove it {sample-judged}',
    'line 1| s/d.ndjson 1:8-1:9 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    'line 2| s/d.ndjson 2:11-2:12 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    'block 1| s/e.md 2:14-2:20 error json-well-formed JSON does not allow comments: remove it {sample-judged}',
    '| s/f.json 1:10-1:11 error json-well-formed two commas in a row: remove one {sample-judged}',
  ],
  '{ comments: true }': [
    '| s/a.json 4:19-4:20 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    '| s/b.json 1:9-1:10 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    '| s/c.json 1:2-1:3 error json-well-formed expected a value, got `,`: remove it {sample-judged}',
    'line 1| s/d.ndjson 1:8-1:9 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    'line 2| s/d.ndjson 2:11-2:12 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    'block 1| s/e.md 2:12-2:13 error json-well-formed JSON does not allow trailing commas: remove it {sample-judged}',
    '| s/f.json 1:10-1:11 error json-well-formed two commas in a row: remove one {sample-judged}',
  ],
  '{ trailing_commas: true }': [
    '| s/a.json 1:1-1:9 error json-well-formed JSON does not allow comments: remove it {sample-judged}',
    '| s/c.json 1:2-1:3 error json-well-formed expected a value, got `,`: remove it {sample-judged}',
    'line 1| s/d.ndjson 1:11-1:17 error json-well-formed JSON does not allow comments: remove it {sample-judged}',
    'line 2| s/d.ndjson 2:7-2:11 error sample-matches-schema /id expected an integer, got null: to allow null, add "null" to the type',
    'block 1| s/e.md 2:14-2:20 error json-well-formed JSON does not allow comments: remove it {sample-judged}',
    '| s/f.json 1:10-1:11 error json-well-formed two commas in a row: remove one {sample-judged}',
  ],
  '{ comments: true, trailing_commas: true }': [
    '| s/a.json 3:9-3:12 error sample-matches-schema /id expected an integer, got "x"',
    '| s/c.json 1:2-1:3 error json-well-formed expected a value, got `,`: remove it {sample-judged}',
    'line 2| s/d.ndjson 2:7-2:11 error sample-matches-schema /id expected an integer, got null: to allow null, add "null" to the type',
    'block 1| s/e.md 2:9-2:12 error sample-matches-schema /id expected an integer, got "y"',
    '| s/f.json 1:10-1:11 error json-well-formed two commas in a row: remove one {sample-judged}',
  ],
};

test('nested parts, and one part of two contracts, each have their findings', async () => {
  const contracts = {
    outer: { schema: 'outer.json', samples: [{ path: 'f.json', at: '/x' }] },
    inner: { schema: 'a.json', samples: [{ path: 'f.json', at: '/x/y' }] },
    twin: { schema: 'a.json', samples: [{ path: 'f.json', at: '/x/y' }] },
  };
  const cwd = tempProject({
    'contracts.json': JSON.stringify({ samples: 's', contracts }),
    'schemas/a.json': '{ "properties": { "id": { "type": "integer" } } }',
    'schemas/outer.json': '{ "properties": { "y": { "$ref": "a.json" } } }',
    's/f.json': '{ "x": { "y": { "id": "1" } } }',
  });
  const { findings, verdicts } = await check({ cwd });
  expect(findings.map(({ part, contract, start }) => [part, contract, start.column])).toEqual([
    ['#/x', 'outer', 23],
    ['#/x/y', 'inner, twin', 23],
  ]);
  expect(verdicts.filter(({ part, findings: own }) => part !== undefined && own.length === 0)).toEqual([]);
});
