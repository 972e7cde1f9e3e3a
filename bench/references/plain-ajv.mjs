// The reference for benches of files: `node bench/references/plain-ajv.mjs FOLDER` is a plain loop over ajv, as in a test. It compiles each schema of
// `mapping.json` once, reads and validates each sample, and prints the samples that fail as JSON. Where the folder has a `formats.json`, its formats are
// checked unless there is `--no-formats`.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Draft04 from 'ajv-draft-04';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv/dist/ajv.js';
import addServiceFormats from './service-formats.cjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-formats': { type: 'boolean' }, samples: { type: 'string', default: 'api_samples' } },
});
const [folder] = positionals;
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const hasFormats = existsSync(join(folder, 'formats.json'));
const validateFormats = hasFormats && !options['no-formats'];

const DIALECTS = [
  [/draft-04/, Draft04.default ?? Draft04],
  [/draft-0[67]/, Ajv],
  [/2019-09/, Ajv2019],
  [/(?:)/, Ajv2020],
];
const instances = new Map();

/** The instance for the dialect of a schema. */
function ajvFor({ $schema = '' }) {
  const [, Dialect] = DIALECTS.find(([pattern]) => pattern.test($schema));
  const known = instances.get(Dialect);
  if (known !== undefined) return known;
  const ajv = new Dialect({ allErrors: true, strict: false, validateFormats, logger: false });
  if (hasFormats) addServiceFormats(ajv, folder);
  instances.set(Dialect, ajv);
  return ajv;
}

const validators = new Map();
function validatorOf(file) {
  if (!validators.has(file)) {
    const schema = read(file);
    validators.set(file, compile(ajvFor(schema), schema, dirname(file)));
  }
  return validators.get(file);
}

/** Compiles a schema with the files next to it that it refers to by their URLs; undefined if ajv cannot, as with some patterns. */
function compile(ajv, schema, schemas) {
  try {
    return ajv.compile(schema);
  } catch (error) {
    const neighbour = join(schemas, `${basename(error.missingSchema ?? '', '.json')}.json`);
    if (!existsSync(join(folder, neighbour)) || ajv.getSchema(error.missingSchema)) return undefined;
    ajv.removeSchema(schema);
    ajv.addSchema(read(neighbour), error.missingSchema);
    return compile(ajv, schema, schemas);
  }
}

const failing = read('mapping.json')
  .filter(({ schema }) => schema !== null)
  .filter(({ sample, schema }) => validatorOf(schema)?.(read(join(options.samples, sample))) === false)
  .map(({ sample }) => sample);
process.stdout.write(JSON.stringify([...new Set(failing)].toSorted((a, b) => (a < b ? -1 : 1))));
