import * as fc from 'fast-check';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small project of each kind of file. Each is damaged in turn. */
const FILES = {
  'contracts.yaml': `service: compute
samples: .
schemas: .
base_microversion: "2.1"
contracts:
  pets.show:
    ranges:
      - { max_version: "2.9", schema: pet.schema.json }
      - { min_version: "2.10", schema: pet.schema.json#/$defs/named }
    samples: [pet.json]
  versions.index: { schema: versions.schema.yaml, samples: versions.json }
facts:
  newest: [{ sample: versions.json, at: "$.versions[0].version" }, { file: pet.json, match: '"id": "(.+)"' }]
formats: { name: { pattern: "^[^/]+$" } }
rules: { final-newline: off }
`,
  'pet.schema.json': `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://example.com/pet.schema.json",
  "type": "object",
  "properties": {
    "id": { "type": "string", "pattern": "^[a-z0-9.]+$", "minLength": 1 },
    "tags": { "type": "array", "items": { "enum": ["a", "b", 1.50] }, "uniqueItems": true },
    "owner": { "$ref": "#/$defs/named" }
  },
  "required": ["id"],
  "unevaluatedProperties": false,
  "$defs": { "named": { "$anchor": "named", "oneOf": [{ "required": ["name"] }, { "required": ["id"], "multipleOf": 0.01 }] } }
}
`,
  'versions.schema.yaml': `$schema: http://json-schema.org/draft-07/schema#
type: object
properties:
  versions: &list
    type: array
    items: { type: object, required: [id, status], properties: { id: { const: v2.1 }, version: { format: date-time } } }
  choices: *list
additionalProperties: { $ref: "pet.schema.json#named" }
`,
  'pet.json': `{ "id": "2.10", "tags": ["a", 1.5], "owner": { "name": "é😀", "age": 12345678901234567890 } }
`,
  'versions.json': `{ "versions": [{ "id": "v2.1", "status": "CURRENT", "version": "2.10", "min_version": "2.1",
  "links": [{ "rel": "self", "href": "http://example.com/v2.1/" }] }] }
`,
};

/** Pieces of text that readers of JSON, YAML, schemas and manifests have stumbled over. */
const PIECES = [
  '__proto__',
  'constructor',
  'toString',
  '"__proto__": null, ',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  "'",
  '\\',
  '\\ud800',
  '\u0000',
  '\uFEFF',
  '😀',
  '007',
  '-',
  '1e999999999',
  '1e-999999999',
  '123456789012345678901234567890',
  'null',
  'true',
  '5',
  '[]',
  '{}',
  '""',
  '<<: *list',
  '*list',
  '&list ',
  '!!binary ',
  '---\n',
  '\n',
  '\t',
  '#',
  '//',
  '$ref',
  '"$ref": "#", ',
  '"$ref": "#/$defs/named", ',
  '"$ref": "..\\..", ',
  '(',
  '(a+)+$',
  '[',
  '\\p{L}',
  '(?<x>',
  '~2',
  '%zz',
  '../',
  '*',
  '{microversion}',
  '[['.repeat(600),
  '{"a":'.repeat(1500),
  'x'.repeat(5000),
];

const REPORTED = { color: false, verbose: true, quiet: false, version: '0.0.0' };

/** Texts between which a damaged file differs from the right one: a place, how much is removed there, and what is inserted. */
const edit = fc.record({
  file: fc.constantFrom(...Object.keys(FILES)),
  at: fc.nat(1000),
  remove: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(12) },
    fc.nat(200),
  ),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.constant('') },
    fc.string({ maxLength: 5, unit: 'binary' }),
    fc.json({ maxDepth: 2 }),
  ),
});

function damaged(edits) {
  const files = { ...FILES };
  for (const { file, at, remove, insert } of edits) {
    const place = at % (files[file].length + 1);
    files[file] = files[file].slice(0, place) + insert + files[file].slice(place + remove);
  }
  return files;
}

/**
 * Damaged projects. Each is checked, or is refused with a usage error; nothing else is thrown, and each report can be written. A sample is
 * never accepted both as right and as wrong on purpose.
 *
 * @param {object} library Samplegate's exports
 * @param {string} work an empty folder
 * @param {(input: unknown) => void} started called with each input before it is tried
 */
export function inputProperties(library, work, started) {
  const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
    const files = damaged(edits);
    started(files);
    const right = await checked(library, work, files);
    if (right === undefined || files['contracts.yaml'] !== FILES['contracts.yaml']) return;
    const flipped = files['contracts.yaml'].replace('[pet.json]', '[{ path: pet.json, expect: invalid }]');
    const wrong = await checked(library, work, { ...files, 'contracts.yaml': flipped });
    if (isGreen(right) && wrong !== undefined && isGreen(wrong))
      throw new Error('pet.json passes as a right sample and as a wrong one');
  });
  return [{ name: 'damaged projects', property }];
}

/** The result of a check, or undefined where the project is refused. */
async function checked(library, work, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
  try {
    const result = await library.check({ cwd: work });
    for (const reporter of Object.values(library.REPORTERS)) reporter.report(result, REPORTED);
    return result;
  } catch (error) {
    if (error instanceof library.UsageError) return undefined;
    throw error;
  } finally {
    for (const name of Object.keys(files)) rmSync(join(work, name));
  }
}

function isGreen({ findings }) {
  return findings.every(({ severity }) => severity !== 'error');
}
