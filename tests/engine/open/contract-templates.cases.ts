import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { formatSchemaRef } from '../../../src/model/contracts/contract';
import { formatMicroversion } from '../../../src/model/versions/microversion';
import { UsageError } from '../../../src/model/usage-error';
import { usageFindings } from '../../../src/reporters/pretty/format-usage-error';
import { runCli } from '../../cli/run-cli';
import { tempProject } from '../temp-project';

type Files = Readonly<Record<string, unknown>>;

/** A project with these schemas, each of them an object, and these empty samples. */
function filesOf(contracts: string, schemas: readonly string[], samples: readonly string[]): Files {
  return {
    'contracts.yaml': `contracts:\n${contracts}`,
    ...Object.fromEntries(schemas.map((file) => [`schemas/${file}`, { type: 'object' }])),
    ...Object.fromEntries(samples.map((file) => [`api_samples/${file}`, {}])),
  };
}

/** The contracts of a project as `name: schemas`, and its samples as `path: contracts`. */
function opened(files: Files) {
  const project = openProject({ cwd: tempProject(files) });
  return {
    contracts: project.contracts.map(
      ({ name, versions }) => `${name}: ${versions.map(({ schema }) => formatSchemaRef(schema)).join(' ')}`,
    ),
    samples: project.samples.map(
      ({ path, claims }) =>
        `${path}: ${claims
          .map(
            ({ contract, pattern, microversion }) =>
              contract.name +
              (microversion === undefined ? '' : ` at ${formatMicroversion(microversion)}`) +
              (pattern.expect === 'invalid' ? ' invalid' : ''),
          )
          .join(', ')}`,
    ),
  };
}

function mistakes(files: Files): readonly string[] {
  try {
    openProject({ cwd: tempProject(files) });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return usageFindings(error).map(
      ({ start, end, message }) => `${start.line}:${start.column}-${end.column} ${message}`,
    );
  }
  return [];
}

describe('a contract with placeholders', () => {
  test('is one contract per schema file, with the values in its samples', () => {
    const contracts = `
  "{name}":
    schema: "json/{name}.json"
    samples:
      - "test/{name}/*"
      - { path: "negative_test/{name}/*", expect: invalid }
`;
    expect(
      opened(
        filesOf(
          contracts,
          ['json/cat.json', 'json/dog.json', 'json/deep/no.json', 'cat.json', 'json/cat.yaml'],
          ['test/cat/1.json', 'test/cat/.hidden.json', 'test/dog/1.json', 'negative_test/cat/1.json'],
        ),
      ),
    ).toEqual({
      contracts: ['cat: json/cat.json', 'dog: json/dog.json'],
      samples: [
        'negative_test/cat/1.json: cat invalid',
        'test/cat/.hidden.json: cat',
        'test/cat/1.json: cat',
        'test/dog/1.json: dog',
      ],
    });
  });

  test.each(['{x,{name}}/*.json', '{name}/*', '{name}/1.json', '**/{name}/?.json'])(
    'escapes values that look like globs or placeholders in %s',
    (pattern) => {
      const names = [
        'a(b)',
        'a[1]',
        'a{b}',
        'a{b,c}',
        '!a',
        'a+(b)',
        'a,b',
        'a*',
        'a?',
        'a b',
        'a$&',
        '{name}',
        '{microversion}',
        '\\{',
        '#%41',
        "it's",
        'ü|日本',
      ];
      const contracts = `  "{name}.one": { schema: "{name}.json", samples: ["${pattern}", "{name}.json"] }\n`;
      const { contracts: found, samples } = opened(
        filesOf(
          contracts,
          names.map((name) => `${name}.json`),
          [
            ...names.flatMap((name) => [`${name}/1.json`, `${name}.json`]),
            'a1/1.json',
            'ab/1.json',
            'a/1.json',
          ],
        ),
      );
      expect(found.toSorted()).toEqual(names.map((name) => `${name}.one: ${name}.json`).toSorted());
      expect(samples.filter((line) => !line.endsWith(': ')).toSorted()).toEqual(
        names.flatMap((name) => [`${name}/1.json: ${name}.one`, `${name}.json: ${name}.one`]).toSorted(),
      );
    },
  );

  test('may have several placeholders, each used several times, and parts of files', () => {
    const contracts = `
  "{service}/{op}":
    schema: "{service}/{op}.yaml#/$defs/{op}"
    samples: "{service}/{service}-{op}-{case}.json"
`;
    expect(
      opened(
        filesOf(
          contracts,
          ['compute/show.yaml', 'image/list.yaml', 'show.yaml'],
          ['compute/compute-show-1.json', 'compute/image-show-1.json', 'image/image-list-a-b.json'],
        ),
      ),
    ).toEqual({
      contracts: ['compute/show: compute/show.yaml#/$defs/show', 'image/list: image/list.yaml#/$defs/list'],
      samples: [
        'compute/compute-show-1.json: compute/show',
        'compute/image-show-1.json: ',
        'image/image-list-a-b.json: image/list',
      ],
    });
  });

  test('of two in one segment, the schemas that exist decide where one ends', () => {
    const contracts =
      '  "{service}.{op}": { schema: "{service}/{op}.json", samples: "{service}-{op}.json" }\n';
    expect(
      opened(
        filesOf(
          contracts,
          ['a/b-c.json', 'a-b/d.json', 'x-y/z.json'],
          ['a-b-c.json', 'a-b-d.json', 'x-y-z.json'],
        ),
      ),
    ).toEqual({
      contracts: ['a-b.d: a-b/d.json', 'a.b-c: a/b-c.json', 'x-y.z: x-y/z.json'],
      samples: ['a-b-c.json: a.b-c', 'a-b-d.json: a-b.d', 'x-y-z.json: x-y.z'],
    });
  });

  test('of two in the name of one schema, the samples decide where one ends', () => {
    const contracts = '  "{service}.{op}": { schema: "{service}-{op}.json", samples: "{service}/{op}/*" }\n';
    expect(
      opened(
        filesOf(contracts, ['a-b-c.json', 'd-e-f.json', 'g-h-i.json'], ['a/b-c/1.json', 'd-e/f/1.json']),
      ),
    ).toEqual({
      contracts: ['a.b-c: a-b-c.json', 'd-e.f: d-e-f.json', 'g.h-i: g-h-i.json'],
      samples: ['a/b-c/1.json: a.b-c', 'd-e/f/1.json: d-e.f'],
    });
  });

  test('whose name is the same however it is split has the samples of every way', () => {
    const contracts =
      '  "{service}-{op}": { schema: "{service}-{op}.json", samples: "{service}/{op}.json" }\n';
    expect(opened(filesOf(contracts, ['a-b-c.json'], ['a/b-c.json', 'a-b/c.json']))).toEqual({
      contracts: ['a-b-c: a-b-c.json'],
      samples: ['a-b/c.json: a-b-c', 'a/b-c.json: a-b-c'],
    });
  });

  test('gives a sample to the contract with the longest name that matches', () => {
    const contracts = '  "{name}": { schema: "{name}.json", samples: ["{name}-*.json", "{name}.json"] }\n';
    expect(
      opened(
        filesOf(
          contracts,
          ['user.json', 'user-list.json'],
          ['user-list-1.json', 'user-list.json', 'user-1.json', 'user.json'],
        ),
      ),
    ).toEqual({
      contracts: ['user-list: user-list.json', 'user: user.json'],
      samples: [
        'user-1.json: user',
        'user-list-1.json: user-list',
        'user-list.json: user-list',
        'user.json: user',
      ],
    });
  });

  test('leaves a schema to the pattern with more literal characters', () => {
    const contracts = `
  "{name}": { schema: "{name}.json", samples: "{name}.json" }
  "{name}-{version}": { schema: "{name}-v{version}.json", samples: "{name}/{version}.json" }
  "{name}.error": { schema: "{name}-error.{json,yaml}", samples: "{name}/error.json" }
`;
    expect(
      opened(
        filesOf(
          contracts,
          ['cat.json', 'cat-v1.json', 'cat-error.yaml'],
          ['cat.json', 'cat/1.json', 'cat/error.json'],
        ),
      ),
    ).toEqual({
      contracts: ['cat: cat.json', 'cat-1: cat-v1.json', 'cat.error: cat-error.yaml'],
      samples: ['cat.json: cat', 'cat/1.json: cat-1', 'cat/error.json: cat.error'],
    });
  });

  test('may share its schemas with another one of the same pattern', () => {
    const contracts = `
  "{name}.json": { schema: "{name}.json", samples: "{name}/*.json" }
  "{name}.old": { schema: "{name}.json", samples: "old/{name}.json" }
`;
    expect(opened(filesOf(contracts, ['cat.json'], ['cat/1.json', 'old/cat.json']))).toEqual({
      contracts: ['cat.json: cat.json', 'cat.old: cat.json'],
      samples: ['cat/1.json: cat.json', 'old/cat.json: cat.old'],
    });
  });

  test('is replaced by a contract that is written out, which also has its samples to itself', () => {
    const contracts = `
  "{name}": { schema: "{name}.json", samples: "{name}/*.json" }
  cat: { schema: feline.json, samples: [cat/1.json, dog/cat.json] }
`;
    expect(
      opened(
        filesOf(
          contracts,
          ['cat.json', 'dog.json', 'feline.json'],
          ['cat/1.json', 'cat/2.json', 'dog/1.json', 'dog/cat.json'],
        ),
      ),
    ).toEqual({
      contracts: ['dog: dog.json', 'feline: feline.json', 'cat: feline.json'],
      samples: ['cat/1.json: cat', 'cat/2.json: ', 'dog/1.json: dog', 'dog/cat.json: cat'],
    });
  });

  test('has the microversions of folders and names', () => {
    const contracts = `
  "{name}":
    ranges:
      - { max_version: "1.18", schema: "old/{name}.json" }
      - { min_version: "1.19", schema: "new/{name}.json" }
    samples: ["{name}-{microversion}.json", "{microversion}/{name}.json", "x{microversion}{name}.json"]
`;
    const { contracts: found, samples } = opened(
      filesOf(
        contracts,
        ['old/cat.json', 'new/cat.json', 'new/dog.json', 'any.json'],
        [
          'cat-1.19.json',
          'cat-v1.2.json',
          'cat-1.02.json',
          'cat-1.json',
          'v1.20/dog.json',
          'dog-1.19.json',
          'xv1.3cat.json',
        ],
      ),
    );
    expect(found).toEqual(['cat: old/cat.json new/cat.json', 'dog: new/dog.json']);
    expect(samples).toEqual([
      'cat-1.02.json: ',
      'cat-1.19.json: cat at 1.19',
      'cat-1.json: ',
      'cat-v1.2.json: cat at 1.2',
      'dog-1.19.json: dog at 1.19',
      'v1.20/dog.json: dog at 1.20',
      'xv1.3cat.json: cat at 1.3',
    ]);
  });

  test('may have a range whose schema all contracts share', () => {
    const contracts = `
  "{name}":
    ranges:
      - { max_version: "2.9", schema: any.json }
      - { min_version: "2.10", schema: "v2.10/{name}.json" }
    samples: "{microversion}/{name}.json"
`;
    expect(opened(filesOf(contracts, ['v2.10/cat.json', 'any.json'], ['v2.1/cat.json'])).contracts).toEqual([
      'cat: any.json v2.10/cat.json',
    ]);
  });

  test('reads an escaped brace as a brace', () => {
    const contracts = `
  "{name}": { schema: '\\{{name}\\}.json', samples: '{name}-\\{id}.json' }
  'o\\{x}\\{': { schema: '\\{x}.json', samples: 'other-\\{id}.json' }
`;
    expect(
      opened(
        filesOf(
          contracts,
          ['{cat}.json', 'dog.json', '{x}.json'],
          ['cat-{id}.json', 'cat-1.json', 'other-{id}.json'],
        ),
      ),
    ).toEqual({
      contracts: ['cat: {cat}.json', 'x: {x}.json', 'o{x}{: {x}.json'],
      samples: ['cat-1.json: ', 'cat-{id}.json: cat', 'other-{id}.json: o{x}{'],
    });
  });
});

describe('in a contract that is written out', () => {
  test('a placeholder in `samples:` is a wildcard that means the same text everywhere', () => {
    const contracts = '  a: { schema: a.json, samples: "{kind}/{kind}-{case}.json" }\n';
    expect(opened(filesOf(contracts, ['a.json'], ['x/x-1.json', 'x/y-1.json', 'x/x-.json'])).samples).toEqual(
      ['x/x-.json: ', 'x/x-1.json: a', 'x/y-1.json: '],
    );
  });

  test('the name of a file wins over its placeholders, and a request keeps its braces', () => {
    const contracts =
      '  a: { schema: a.json, samples: ["{id}.json", "b.json"], live: { request: "GET /{id}/{name}", sample: "{id}.json" } }\n';
    const files = filesOf(contracts, ['a.json'], ['{id}.json', 'b.json', 'c.json']);
    expect(opened(files).samples).toEqual(['b.json: a', 'c.json: ', '{id}.json: a']);
    expect(openProject({ cwd: tempProject(files) }).contracts[0]?.live[0]?.path).toBe('/{id}/{name}');
  });
});

describe('mistakes', () => {
  const CATS = [['cat.json', 'dog.json'], ['cat/1.json']] as const;
  test.each([
    [
      'a name without a value',
      '  "{nmae}-x": { schema: "{name}.json", samples: "{name}/*" }\n',
      [
        "2:3-13 `{nmae}` of the contract's name is not in its `schema:`, so it has no value: did you mean `{name}`?",
      ],
    ],
    [
      'a name without a value, where no schema has a placeholder',
      '  "{name}": { schema: "cat.json", samples: "{name}/*" }\n',
      [
        "2:3-11 `{name}` of the contract's name is not in its `schema:`, so it has no value: add it there, or write the name out",
      ],
    ],
    [
      'a placeholder only in the schema',
      '  "{name}": { schema: "{name}.{ext}", samples: "{name}/*" }\n',
      ["2:23-37 `{ext}` is only in `schema:`: add it to the contract's name, or write `*` instead"],
    ],
    [
      'a placeholder only after #',
      '  "{name}": { schema: "{name}.json#/$defs/{part}", samples: "{name}/*" }\n',
      ['2:23-50 `{part}` is only after `#`: a placeholder gets its value from the name of the schema file'],
    ],
    [
      'a microversion in the schema and in the name',
      '  "{name}{microversion}": { schema: "{microversion}/{name}.json", samples: "{name}/*" }\n',
      [
        "2:3-25 `{microversion}` is a placeholder of `samples:`: remove it from the contract's name",
        '2:37-65 `{microversion}` is a placeholder of `samples:`: write a schema per range under `ranges:`',
      ],
    ],
    [
      'a microversion in the schema of a contract that is written out',
      '  a: { schema: "{microversion}/a.json", samples: "a.json" }\n',
      ['2:16-39 `{microversion}` is a placeholder of `samples:`: write a schema per range under `ranges:`'],
    ],
    [
      'samples without a placeholder, or with a misspelt one',
      '  "{name}": { schema: "{name}.json", samples: ["cat/*", "{nmae}/*", { path: "dog/{x}", expect: invalid }] }\n',
      [
        '2:48-55 `cat/*` has no placeholder of `schema:`, so all contracts of this pattern would claim the same samples: add `{name}`',
        '2:57-67 `{nmae}/*` has no placeholder of `schema:`, so all contracts of this pattern would claim the same samples: did you mean `{name}`?',
        '2:77-86 `dog/{x}` has no placeholder of `schema:`, so all contracts of this pattern would claim the same samples: add `{name}`',
      ],
    ],
    [
      'ranges with different placeholders',
      '  "{a}.{b}":\n    ranges: [{ max_version: "2.1", schema: "{a}.json" }, { min_version: "2.2", schema: "{b}.json" }]\n    samples: "{a}/{b}"\n',
      [
        '3:13-101 no schema has all placeholders of the contract, `{a}`, `{b}`: write all of them in one range',
      ],
    ],
    [
      'a live request',
      '  "{name}": { schema: "{name}.json", samples: "{name}/*", live: { request: "GET /{name}" } }\n',
      [
        '2:65-91 `live:` takes no placeholders, and each contract of this pattern would send the request: write the contract of the request out by name',
      ],
    ],
    [
      'a placeholder in the sample of a request and in facts',
      '  a: { schema: cat.json, samples: "cat/*", live: { request: GET /, sample: "{x}/1.json" } }\nfacts:\n  f:\n    - { sample: "{microversion}/1.json", at: $.a }\n    - { file: "src/{name}.py", match: a }\n',
      [
        '2:76-88 `live:` takes no placeholders: name one file instead of `{x}/1.json`',
        '5:17-40 `facts:` takes no placeholders: name one file instead of `{microversion}/1.json`',
        '6:15-30 `facts:` takes no placeholders: name one file instead of `src/{name}.py`',
      ],
    ],
    [
      '`except:` without a placeholder',
      '  a: { schema: cat.json, samples: "cat/*", except: ["x/**"] }\n',
      ['2:53-59 `except:` needs a placeholder in `schema:`, such as `{name}`: without one, remove it'],
    ],
    [
      'a pattern that matches no schema',
      '  "{name}": { schema: "json/{name}.json", samples: "{name}/*" }\n  "{name}.x": { schema: "{name}.json", samples: "{name}/*", except: "*" }\n',
      [
        '2:23-41 no schema file matches `json/{name}.json`: fix it, or remove the contract',
        '3:25-38 no schema file matches `{name}.json` without those of `except:`: fix it, or remove the contract',
      ],
    ],
    [
      'a name that two schemas give, and a pattern that has none left',
      '  "{name}": { schema: "{name}.*", samples: "{name}/*" }\n  pets: { schema: "{name}.json", samples: "{name}/*" }\n',
      [
        '2:23-33 each schema file that matches `{name}.*` also matches a pattern with more literal characters, which gives its contract: remove this one',
        '3:19-32 cat.json and dog.json both give the contract `pets`: add a placeholder that differs to the name, or omit one with `except:`',
      ],
    ],
    [
      'a name that two patterns give',
      '  "{name}": { schema: "{name}.json", samples: "{name}/*" }\n  "{animal}": { schema: "{animal}.json", samples: "{animal}/*" }\n',
      [
        '3:25-40 cat.json gives the contract `cat`, as `{name}` does with cat.json: change one of the names; 1 other name has this conflict',
      ],
    ],
  ])('%s', (_, contracts, expected) => {
    expect(mistakes(filesOf(contracts, ...CATS))).toEqual(expected);
  });

  test('two files of different folders or extensions that give one name', () => {
    const contracts = '  "{name}": { schema: "**/{name}.{json,yaml}", samples: "{name}/*" }\n';
    expect(mistakes(filesOf(contracts, ['a/cat.json', 'cat.yaml', 'dog.json'], ['cat/1.json']))).toEqual([
      '2:23-46 a/cat.json and cat.yaml both give the contract `cat`: add a placeholder that differs to the name, or omit one with `except:`',
    ]);
  });

  const ALLOWED =
    'a name consists of letters from a to z, digits, `_`, `.`, `:`, `/`, `-` and placeholders such as `{name}`';
  const NO_WORD = 'expected a word in the braces, such as `{name}`; write `\\{` for a brace';
  test.each([
    [
      '"{name"',
      '2:4-5',
      '`{` without its partner: write `\\{` for a brace, or a placeholder such as `{name}`',
    ],
    ["'a}b'", '2:5-6', '`}` without its partner: write `\\}` for a brace, or a placeholder such as `{name}`'],
    ['"{}"', '2:4-6', `\`{}\` is not a placeholder: ${NO_WORD}`],
    ['"{a,b}.c"', '2:4-9', `\`{a,b}\` is not a placeholder: ${NO_WORD}`],
    ['"x.{1}"', '2:6-9', `\`{1}\` is not a placeholder: ${NO_WORD}`],
    ['"{a b}"', '2:4-9', `\`{a b}\` is not a placeholder: ${NO_WORD}`],
    ['pets show', '2:7-8', `the name of a contract has a space: ${ALLOWED}`],
    ['überall', '2:3-4', `the name of a contract has \`ü\`: ${ALLOWED}`],
    ['a😀', '2:4-6', `the name of a contract has \`😀\`: ${ALLOWED}`],
    ['"a\\tb"', '2:3-9', `the name of a contract has a space: ${ALLOWED}`],
    ['""', '2:3-5', 'a contract needs a name'],
  ])('%s is not the name of a contract', (name, place, message) => {
    expect(mistakes(filesOf(`  ${name}: { schema: a.json }\n`, ['a.json'], []))).toEqual([
      `${place} ${message}`,
    ]);
  });

  test.each([
    [
      'docs.example.com/*',
      '5:4-22',
      '`docs.example.com/*` is not a URL: begin it with its scheme, as in `https://docs.example.com/*`',
    ],
    ['', '5:3-5', 'expected a URL, such as `https://docs.example.com/*`'],
    ['https://a b/*', '5:13-14', 'a URL has no spaces: write `%20`, or remove the space'],
    ['https://a.b/*#/c', '5:17-20', '`references:` maps whole files: remove `#/c`'],
  ])('%j is not a URL of `references:`', (url, place, message) => {
    const contracts = `  a: { schema: a.json }\n\nreferences:\n  "${url}": "vendor/*"\n`;
    expect(mistakes(filesOf(contracts, ['a.json'], []))).toEqual([`${place} ${message}`]);
  });
});

describe('braces without quotes in YAML', () => {
  test.each([
    ['  a:\n    schema: {name}.json\n', '3:13-24', '{name}.json'],
    ['  a:\n    schema: json/{name}.json\n    samples:\n      - {name}/*\n', '5:9-17', '{name}/*'],
    ['  a:\n    samples: { path: x/{name}/*, expect: invalid }\n', '3:22-32', 'x/{name}/*'],
    ['  a: { schema: a.json, samples: [test/{name}/*] }\n', '2:34-47', 'test/{name}/*'],
    ['  {name}.x: { schema: "{name}.json" }\n', '2:3-11', '{name}.x'],
    ['  a: { schema: a.json, samples: {a,b}/{name}-{x}.json }\n', '2:33-54', '{a,b}/{name}-{x}.json'],
    ['  a: { schema: {name} }\n', '2:16-22', '{name}'],
    ['  a: { schema: a.json, samples: {name} }\n', '2:33-39', '{name}'],
    ['  a: { schema: a.json, samples: [{ path: {microversion} }] }\n', '2:42-56', '{microversion}'],
  ])('%j', (contracts, place, text) => {
    expect(mistakes(filesOf(contracts, ['a.json'], []))).toEqual([
      `${place} \`{\` begins a map in YAML: put \`${text}\` in quotes`,
    ]);
  });
});

test('a value behind # without quotes in YAML is a comment', () => {
  const contracts = '  a:\n    schema: a.json\n    samples:\n      path: a.json\n      at: #/x\n';
  expect(mistakes(filesOf(contracts, ['a.json'], []))).toEqual([
    '6:11-14 `#` begins a comment in YAML: put `#/x` in quotes',
  ]);
});

describe('findings', () => {
  test('a sample without a schema names the schemas that were looked up', async () => {
    const contracts = `
  "{service}.{op}": { schema: "{service}/{op}.json", samples: ["{service}-{op}.json", { path: "bad/{service}/{op}-*", expect: invalid }] }
`;
    const cwd = tempProject({
      ...filesOf(contracts, [], ['a-b.json', 'c-d-e.json', 'bad/f/g-1.json', 'other.json']),
      'schemas/a/b.json': { type: 'object', required: ['x'] },
      'api_samples/bad/f/g-1.txt': '"text"',
      'api_samples/a-b.json': { x: 1 },
    });
    expect((await runCli(['check', '-q'], { cwd })).out.split('\n')).toEqual([
      'api_samples/bad/f/g-1.json:1:1: error sample-has-contract there is no schema `schemas/f/g.json`, so this sample has no contract and is not checked: add the schema, or add the sample to `ignore:`',
      'api_samples/bad/f/g-1.txt:1:1: error sample-has-contract there is no schema `schemas/f/g.json`, so this sample has no contract and is not checked: add the schema, or add the sample to `ignore:`',
      'api_samples/c-d-e.json:1:1: error sample-has-contract there is no schema `schemas/c/d-e.json` or `schemas/c-d/e.json`, so this sample has no contract and is not checked: add the schema, or add the sample to `ignore:`',
      'api_samples/other.json:1:1: error sample-has-contract no contract claims this sample, so it is not checked: add `other.json` to the `samples:` of a contract, or to `ignore:`',
      '',
    ]);
  });

  test('an entry that no contract of the pattern matches is one finding, with its placeholders', async () => {
    const contracts =
      '  "{name}": { schema: "{name}.json", samples: ["{name}/*", { path: "negative/{name}/*", expect: invalid }] }\n';
    const cwd = tempProject(filesOf(contracts, ['a.json', 'b.json'], ['a/1.json', 'b/1.json']));
    const { out } = await runCli(['check', '-q', '--fail-on', 'error'], { cwd });
    expect(out.split('\n').filter((line) => line.includes('pattern-has-sample'))).toEqual([
      'contracts.yaml:2:68: error pattern-has-sample the pattern `negative/{name}/*` of {name} matches no sample: fix it, or remove it',
    ]);
  });
});

test('braces after # are those of a path in an OpenAPI document', () => {
  const contracts = '  a: { schema: "a.json#/paths/~1a~1{id}/get", samples: "a/*" }\n';
  expect(opened(filesOf(contracts, ['a.json'], ['a/1.json']))).toEqual({
    contracts: ['a: a.json#/paths/~1a~1{id}/get'],
    samples: ['a/1.json: a'],
  });
});
