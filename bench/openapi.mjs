// Checks the examples of one OpenAPI document with samplegate and with other command lines, each as a whole process. Prints seconds, memory and the
// number of examples that each refuses, and then which of them refuses which. The others are installed by `npm ci --prefix bench/peers`.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { measure } from './measure.mjs';
import { pointerTo, refusedPlace } from './refused-place.mjs';
import { row } from './table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = process.env.SAMPLEGATE_BIN ?? join(root, 'dist', 'bin.js');
const peers = fileURLToPath(new URL('peers/node_modules', import.meta.url));

/** How many places of a group are listed without `--all`. */
const LISTED = 10;

/** The rules of samplegate that refuse an example. */
const REFUSING = new Set([
  'sample-matches-schema',
  'schema-example-matches',
  'discriminator-names-branch',
  'read-only-in-request',
  'write-only-in-response',
]);

const TOOLS = [
  {
    name: 'samplegate',
    program: bin,
    args: (file) => ['check', file, '--no-manifest', '--no-cache', '--format', 'json'],
    refused: ({ stdout }) =>
      JSON.parse(stdout)
        .findings.filter(({ ruleId, part }) => REFUSING.has(ruleId) && part?.startsWith('#'))
        .map(({ part, message }) => ({ pointer: part.slice(1), message })),
  },
  {
    name: '@redocly/cli',
    program: join(peers, '@redocly/cli/bin/cli.js'),
    config: [
      'redocly.yaml',
      // By default it closes every object.
      `rules: { ${['media-type', 'schema', 'parameter'].map((what) => `no-invalid-${what}-examples: { severity: error, allowAdditionalProperties: true }`).join(', ')} }\n`,
    ],
    args: (file, config) => [
      'lint',
      file,
      '--config',
      config,
      '--format',
      'json',
      '--max-problems',
      '1000000',
    ],
    // An example whose schema its validator does not compile is not refused, but not judged: it reports the schema.
    refused: ({ stdout }) =>
      JSON.parse(stdout)
        .problems.filter(({ message }) => !message.startsWith('Example validation errored'))
        .map(({ location: [{ pointer }], message }) => ({ pointer: pointer.slice(1), message })),
  },
  {
    name: '@stoplight/spectral-cli',
    program: join(peers, '@stoplight/spectral-cli/dist/index.js'),
    config: [
      'spectral.yaml',
      'extends: [[spectral:oas, off]]\nrules: { oas2-valid-schema-example: error, oas2-valid-media-example: error, oas3-valid-media-example: error, oas3-valid-schema-example: error }\n',
    ],
    args: (file, config) => ['lint', file, '-r', config, '-f', 'json'],
    refused: ({ stdout }) =>
      JSON.parse(/^\[[\s\S]*\]/m.exec(stdout)?.[0] ?? '[]').map(({ path, message }) => ({
        pointer: pointerTo(path),
        message,
      })),
  },
  {
    name: 'openapi-examples-validator',
    program: join(peers, 'openapi-examples-validator/dist/cli.js'),
    args: (file) => [file],
    // Its errors follow notes about formats. It ends in a stack overflow where schemas are circular.
    refused: ({ stdout, stderr }) =>
      stdout.includes('Total examples found')
        ? JSON.parse(/^\[[\s\S]*/m.exec(stderr)?.[0] ?? '[]').flatMap(({ examplePath, message }) =>
            examplePath === undefined ? [] : [{ pointer: examplePath, message }],
          )
        : undefined,
  },
];

/** Measures each tool, or `only` some, once per run and in turn, and prints the fastest run of each. */
export function benchOpenApi(given, { runs = 1, all = false, only } = {}) {
  const file = resolve(given);
  if (!existsSync(bin) || !existsSync(peers) || !existsSync(file)) {
    process.stderr.write(
      'bench: run `npm run build` and `npm ci --ignore-scripts --prefix bench/peers` first, and pass an OpenAPI document: `npm run bench -- --openapi FILE`\n',
    );
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-openapi-'));
  try {
    const document = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
    const tools = TOOLS.filter(({ name }) => only === undefined || only.includes(name));
    const results = tools.map((tool) => ({ ...tool, best: undefined }));
    for (let run = 0; run < runs; run += 1)
      for (const result of results) {
        const measured = runTool(result, file, folder);
        if (result.best === undefined || measured.processor < result.best.processor) result.best = measured;
      }
    const refusals = results.map(({ name, best, refused }) => ({
      name,
      best,
      refused: refused(best)?.flatMap(({ pointer, message }) => {
        const place = refusedPlace(document, pointer);
        return place === undefined ? [] : [{ place, message }];
      }),
    }));
    row(basename(file), 'seconds', 'processor s', 'MB', 'refused');
    for (const { name, best, refused } of refusals)
      row(
        name,
        (best.ms / 1000).toFixed(1),
        (best.processor / 1000).toFixed(1),
        best.megabytes.toFixed(0),
        refused === undefined ? 'failed' : new Set(refused.map(({ place }) => place)).size,
      );
    printDifferences(refusals, all);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTool({ program, config, args }, file, folder) {
  const [name, text] = config ?? ['none', ''];
  const path = join(folder, name);
  writeFileSync(path, text);
  return measure([program, ...args(basename(file), path)], dirname(file), {
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
}

/** Each place with the tools that refuse it, grouped by these tools. */
function printDifferences(refusals, all) {
  const byPlace = new Map();
  for (const { name, refused = [] } of refusals)
    for (const { place, message } of refused) {
      const known = byPlace.get(place) ?? { names: new Set(), message };
      known.names.add(name);
      byPlace.set(place, known);
    }
  const groups = new Map();
  for (const entry of byPlace) {
    const names = [...entry[1].names].join(', ');
    groups.set(names, [...(groups.get(names) ?? []), entry]);
  }
  for (const [names, places] of groups) {
    process.stdout.write(`\nrefused by ${names}: ${places.length}\n`);
    for (const [place, { message }] of places.slice(0, all ? places.length : LISTED))
      process.stdout.write(`  ${place}\n      ${message.split('\n')[0].slice(0, 150)}\n`);
    if (!all && places.length > LISTED)
      process.stdout.write(`  and ${places.length - LISTED} more: --all lists them\n`);
  }
}
