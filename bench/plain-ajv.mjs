// The reference for the tree bench: `node bench/plain-ajv.mjs TREE` is a plain loop over ajv, as in a test. It compiles each schema once,
// reads and validates each sample, and prints the samples that fail as JSON. With `--no-formats`, formats are not checked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addServiceFormats from './service-formats.cjs';

const [tree, option] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(join(tree, file), 'utf8'));
const validateFormats = option !== '--no-formats';
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats });
addServiceFormats(ajv, tree);

const validators = new Map();
function validatorOf(schema) {
  const validate = validators.get(schema) ?? ajv.compile(read(schema));
  validators.set(schema, validate);
  return validate;
}

const failing = read('mapping.json')
  .filter(({ schema }) => schema !== null)
  .filter(({ sample, schema }) => !validatorOf(schema)(read(join('api_samples', sample))))
  .map(({ sample }) => sample);
process.stdout.write(JSON.stringify([...new Set(failing)].toSorted((a, b) => (a < b ? -1 : 1))));
