import { describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { scaffold } from '../../src/scaffold/write-manifest';
import { readYaml } from '../../src/text/yaml/yaml-source';
import { createValidator } from './create-validator';

const SAMPLES = [
  {
    path: 'servers/list.json',
    value: { servers: [{ id: '6f70656e-7374-4163-8b00-000000000001', name: 'a' }] },
  },
  {
    path: 'servers/v2.73/list.json',
    value: { servers: [{ id: '6f70656e-7374-4163-8b00-000000000002', name: 'b' }] },
  },
  { path: 'flavors/v2.55/flavor-show-resp.json', value: { flavor: { id: '1', description: null } } },
  {
    path: 'flavors/v2.61/flavor-show-resp.json',
    value: { flavor: { id: '1', description: 'small', extra_specs: {} } },
  },
  { path: 'versions/index[all].json', value: undefined },
];

describe('scaffold', () => {
  test('writes a manifest with a contract for every sample, and says what to do next', () => {
    const { manifestFile, manifest } = scaffold({
      samples: SAMPLES,
      samplesRoot: 'api_samples',
      schemasRoot: 'schemas',
      service: 'compute',
    });
    expect(manifestFile).toBe('contracts.yaml');
    expect(manifest).toBe(`\
# yaml-language-server: $schema=./node_modules/samplegate/spec/contracts.schema.json
#
# Every sample has a contract, with a schema that was inferred from its samples: one schema, or one for each range of
# microversions with the same shape. Next:
#   - run \`samplegate check\`
#   - review the schemas and make them exact: optional properties, enum, pattern, minItems
#   - review the \`ranges:\`: one starts at the first sample with a new shape, but the shape may have changed earlier
#   - mark samples that are wrong on purpose: { path: servers/bad.json, expect: invalid }
# Edit this file and the schemas as you like: \`samplegate init\` does not overwrite them.

service: compute
samples: api_samples
schemas: schemas
# a guess: the microversion of samples outside any vX.Y folder
base_microversion: "2.1"

contracts:
  flavors.flavor-show-resp:
    ranges:
      - max_version: "2.60"
        schema: flavors/flavor-show-resp/v2.55.json
      - min_version: "2.61"
        schema: flavors/flavor-show-resp/v2.61.json
    samples: flavors/{microversion}/flavor-show-resp.json
  servers.list:
    schema: servers/list.json
    samples: servers/{microversion}/list.json
`);
  });

  test('writes one schema per contract or range, which its readable samples satisfy', () => {
    const { schemas, contracts, ranged } = scaffold({
      samples: SAMPLES,
      samplesRoot: 'api_samples',
      schemasRoot: 'spec/schemas',
    });
    expect(schemas.map(({ path }) => path)).toEqual([
      'spec/schemas/flavors/flavor-show-resp/v2.55.json',
      'spec/schemas/flavors/flavor-show-resp/v2.61.json',
      'spec/schemas/servers/list.json',
    ]);
    expect({ contracts, ranged }).toEqual({ contracts: 2, ranged: 1 });
    expect(schemas[2]?.text).toBe(`\
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "servers": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "name": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      }
    }
  },
  "required": [
    "servers"
  ],
  "additionalProperties": false
}
`);
    const accepts = createValidator(JSON.parse(schemas[2]?.text ?? ''));
    expect(SAMPLES.slice(0, 2).map(({ value }) => accepts(value))).toEqual([true, true]);
  });

  test('gives samples that do not parse no contract, as their schema would accept everything', () => {
    const { schemas, contracts } = scaffold({
      samples: SAMPLES.slice(-1),
      samplesRoot: '.',
      schemasRoot: '.',
    });
    expect({ schemas, contracts }).toEqual({ schemas: [], contracts: 0 });
  });

  test('does not depend on the order of the samples', () => {
    const roots = { samplesRoot: 'api_samples', schemasRoot: 'schemas' };
    expect(scaffold({ samples: SAMPLES.toReversed(), ...roots })).toEqual(
      scaffold({ samples: SAMPLES, ...roots }),
    );
  });

  test('quotes what YAML would read as something else', () => {
    const paths = [
      'v2.1/null.json',
      '#a: b.json',
      '- x.json',
      'true.json',
      '017.json',
      'a\nb.json',
      '"q".json',
    ];
    const { manifest } = scaffold({
      samples: paths.map((path) => ({ path, value: {} })),
      samplesRoot: '*root',
      schemasRoot: '1.0',
    });
    expect(readYaml('contracts.yaml', manifest).value).toEqual({
      samples: '*root',
      schemas: '1.0',
      base_microversion: '2.1',
      contracts: {
        '017': { schema: '017.json', samples: '017.json' },
        'a-b': { schema: 'a-b.json', samples: '#a: b.json' },
        'a-b-2': { schema: 'a-b-2.json', samples: 'a\nb.json' },
        null: { schema: 'null.json', samples: '{microversion}/null.json' },
        q: { schema: 'q.json', samples: String.raw`\"q\".json` },
        true: { schema: 'true.json', samples: 'true.json' },
        x: { schema: 'x.json', samples: '- x.json' },
      },
    });
  });

  test.each([
    [200, 'contracts.yaml'],
    [201, 'contracts.json'],
  ])('writes %d contracts to %s, valid for the schema of manifests', (count, file) => {
    const samples = Array.from({ length: count }, (_, index) => ({ path: `a/x${index}.json`, value: [] }));
    const { manifestFile, manifest } = scaffold({
      samples,
      samplesRoot: 'api_samples',
      schemasRoot: 'schemas',
    });
    const value: unknown = file.endsWith('.json') ? JSON.parse(manifest) : readYaml(file, manifest).value;
    expect(manifestFile).toBe(file);
    expect(isManifest(value)).toBe(true);
    expect(Object.keys(Object(Object(value).contracts))).toHaveLength(count);
  });

  test('writes JSON for many schemas, even with fewer contracts', () => {
    const samples = Array.from({ length: 101 }, (_, index) => [
      { path: `a/v2.1/x${index}.json`, value: { a: 1 } },
      { path: `a/v2.2/x${index}.json`, value: { b: 1 } },
    ]).flat();
    const scaffolded = scaffold({ samples, samplesRoot: 'api_samples', schemasRoot: 'schemas' });
    const { manifestFile, manifest, contracts, ranged, schemas } = scaffolded;
    expect({ manifestFile, contracts, ranged, schemas: schemas.length }).toEqual({
      manifestFile: 'contracts.json',
      contracts: 101,
      ranged: 101,
      schemas: 202,
    });
    expect(isManifest(JSON.parse(manifest))).toBe(true);
  });

  test('refers to the schema of manifests in a JSON manifest', () => {
    const samples = Array.from({ length: 201 }, (_, index) => ({
      path: `v2.${index + 7}/x${index}.json`,
      value: [],
    }));
    const { manifest } = scaffold({
      samples,
      samplesRoot: 'api_samples',
      schemasRoot: 'schemas',
      service: 'compute',
    });
    expect({ ...JSON.parse(manifest), contracts: {} }).toEqual({
      $schema: './node_modules/samplegate/spec/contracts.schema.json',
      service: 'compute',
      samples: 'api_samples',
      schemas: 'schemas',
      contracts: {},
    });
  });
});

function isManifest(value: unknown): boolean {
  const schema: object = JSON.parse(
    readFileSync(join(__dirname, '../../spec/contracts.schema.json'), 'utf8'),
  );
  return new Ajv2020({ strict: false }).compile(schema)(value);
}
