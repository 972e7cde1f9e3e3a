// Checks the examples of one OpenAPI document with samplegate and with other command lines, each as a whole process. Prints seconds, memory and the
// number of examples that each refuses, and then which of them refuses which. The others are in bench/peers.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { measure } from '../measure.mjs';
import { pointerTo, refusedPlace } from '../references/refused-place.mjs';
import { row, show, title } from '../table.mjs';

const peers = fileURLToPath(new URL('../peers/node_modules', import.meta.url));

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
    program: undefined,
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
      JSON.parse(/^\[[\s\S]*\]/m.exec(stdout)[0]).map(({ path, message }) => ({
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

/** Measures each tool, or `only` some, once per round and in turn, and prints the fastest run of each. */
export function openapi({ builds, keep }, { openapi: given, all = false, only, rounds = 1 }) {
  if (given === undefined || !existsSync(given)) return '--openapi gives no document';
  if (!existsSync(peers)) return 'the other tools are not installed: add --peers';
  const file = resolve(given);
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-openapi-'));
  try {
    const document = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
    const chosen = TOOLS.filter(({ name }) => only === undefined || only.includes(name));
    const tools = chosen.flatMap((tool) =>
      tool.program === undefined
        ? builds.map(({ bin }, build) => ({ ...tool, program: bin, of: [build] }))
        : [{ ...tool, of: [...builds.keys()] }],
    );
    const results = tools.map((tool) => ({ ...tool, runs: [] }));
    for (let round = 0; round < rounds; round += 1)
      for (const result of results) result.runs.push(runTool(result, file, folder));
    const references = chosen.filter(({ program }) => program !== undefined).map(({ name }) => name);
    for (const { name, runs, of } of results)
      for (const build of of) keep(build, `openapi ${basename(file)}`, name, runs, references);
    const refusals = results
      .filter(({ of }) => of.includes(0))
      .map(({ name, runs, refused }) => {
        const best = runs.toSorted((a, b) => a.processor - b.processor)[0];
        const places = readRefused(name, refused, best)?.flatMap(({ pointer, message }) => {
          const place = refusedPlace(document, pointer);
          return place === undefined ? [] : [{ place, message }];
        });
        return { name, best, refused: places };
      });
    title(`the examples of ${basename(file)}: the fastest of ${rounds}`);
    row('', 'ms', 'processor ms', 'MB', 'refused');
    for (const { name, best, refused } of refusals)
      row(
        name,
        show(best.ms),
        show(best.processor),
        show(best.megabytes),
        refused === undefined ? 'failed' : new Set(refused.map(({ place }) => place)).size,
      );
    printDifferences(refusals, all);
    return undefined;
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
    exits: 'any',
    outputIn: folder,
  });
}

/** What a tool refuses; undefined, with a line of what it printed on standard error, where its output does not say. */
function readRefused(name, refused, run) {
  try {
    const found = refused(run);
    if (found !== undefined) return found;
  } catch {
    // Its output is that of a crash.
  }
  const lines = `${run.stderr}\n${run.stdout}`.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.find((line) => /error/i.test(line)) ?? lines[0] ?? 'nothing';
  process.stderr.write(`${name} failed: it printed ${reason.trim().slice(0, 200)}\n`);
  return undefined;
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
