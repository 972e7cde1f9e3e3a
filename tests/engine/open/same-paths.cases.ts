import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { UsageError } from '../../../src/model/usage-error';
import { usageFindings } from '../../../src/reporters/pretty/format-usage-error';
import { runCli } from '../../cli/run-cli';
import { tempProject } from '../temp-project';

const PET = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
const FILES = {
  'schemas/pet.json': PET,
  'test/pet/a.json': { name: 'Rex' },
  'test/pet/b.json': { name: 'Tom' },
  'test/README.md': 'text',
  'negative_test/pet/a.json': {},
  'negative_test/pet/b.json': { name: 1 },
  'negative_test/README.md': 'text',
};

function mistakes(contracts: string, more: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const manifest = `samples: [test, negative_test/]\n${contracts}`;
  try {
    openProject({ cwd: tempProject({ ...FILES, ...more, 'contracts.yaml': manifest }) });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return usageFindings(error).map(({ start, message }) => `${start.line}:${start.column} ${message}`);
  }
  return [];
}

const A =
  '1:17 `test/pet/a.json` and `negative_test/pet/a.json` have the same path in two folders of samples';
const CURE =
  'so a pattern cannot tell them apart: write `./test/pet/a.json` and `./negative_test/pet/a.json` in `samples:` of contracts';

describe('samples with one path in two folders', () => {
  test.each([
    ['a pattern of one', 'contracts: { pet: { schema: pet.json, samples: pet/a.json } }\n'],
    ['a glob', 'contracts: { pet: { schema: pet.json, samples: "pet/*" } }\n'],
    ['placeholders', 'contracts: { "{name}": { schema: "{name}.json", samples: "{name}/*" } }\n'],
    ['no pattern', 'contracts: { pet: { schema: pet.json, samples: "none/*" } }\n'],
    [
      'a pattern with and one without ./',
      'contracts: { pet: { schema: pet.json, samples: ["./test/pet/*", "pet/*"] } }\n',
    ],
  ])('are a mistake where %s claims them', (_, contracts) => {
    expect(mistakes(contracts)).toEqual([`${A}, like 1 other pair, ${CURE}`]);
  });

  test('are a mistake where a request or a fact names one of them', () => {
    const contract = 'pet: { schema: pet.json, samples: ["./test/pet/*", "./negative_test/pet/*"]';
    expect(mistakes(`contracts: { ${contract}, live: { request: GET /, sample: pet/a.json } } }\n`)).toEqual([
      `${A}, ${CURE}`,
    ]);
    expect(
      mistakes(
        `contracts: { ${contract} } }\nfacts: { f: [{ sample: pet/a.json, at: $.name }, { sample: other.json, at: $.a }] }\n`,
        { 'test/other.json': { a: 'Rex' } },
      ),
    ).toEqual([`${A}, ${CURE}`]);
  });

  test.each([
    ['schema: pet.json', 'pet', 'pet'],
    ['schema: "{name}.json"', '"{name}"', '{name}'],
  ])('are checked where patterns of %s are relative to the manifest', async (schema, name, folder) => {
    const cwd = tempProject({
      ...FILES,
      'contracts.yaml': `samples: [test, negative_test]\ncontracts:\n  ${name}:\n    ${schema}\n    samples: ["./test/${folder}/*.json", { path: "./negative_test/${folder}/*.json", expect: invalid }]\n`,
    });
    expect((await runCli(['check'], { cwd })).out).toBe(
      'samplegate: 1 contract, 4 samples, 2 samples wrong on purpose: no findings\n',
    );
  });

  test('are no mistake if they are no samples', () => {
    expect(
      mistakes(
        'ignore: ["./negative_test/**"]\ncontracts: { pet: { schema: pet.json, samples: "pet/*" } }\n',
      ),
    ).toEqual([]);
  });
});

test('a pattern that begins with ./ and matches nothing suggests a path that does', async () => {
  const cwd = tempProject({
    'contracts.yaml':
      'samples: api_samples\ncontracts: { pet: { schema: pet.json, samples: ["./api_samples/a.json", "./a.json"] } }\n',
    'schemas/pet.json': PET,
    'api_samples/a.json': { name: 'Rex' },
  });
  expect((await runCli(['check', '-q'], { cwd })).out).toBe(
    'contracts.yaml:2:73: error pattern-has-sample the pattern `./a.json` of pet matches no sample: did you mean `./api_samples/a.json`?\n',
  );
});
