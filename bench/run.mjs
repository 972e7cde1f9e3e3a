// `npm run bench` prints every table of docs/performance.md. `npm run bench -- SECTION…` prints some of them. Prints figures; asserts nothing about time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createBench } from './bench.mjs';
import { printComparison } from './compare.mjs';
import { SECTIONS } from './sections/sections.mjs';

const HELP = `npm run bench -- [SECTION…] [options]

  sections: ${Object.keys(SECTIONS).join(', ')}; default: all that have what they need
  --tree TREE        the contract of a whole service (docs/whole-service.md), for tree, watch, jest and many
  --times N          many: how many times the samples of the tree (default: 14)
  --schemastore DIR  schemastore: a checkout of SchemaStore
  --samples N        samples: how many small samples (default: 100000)
  --concurrency N    fleet: how many services at once (default: 32)
  --openapi FILE     openapi: the document
  --all              openapi: list every place where the tools differ
  --only TOOLS       openapi: only these tools, by name, with commas between them
  --rounds N         rounds of every section (default: as many as each needs)
  --peers            install the other tools into bench/peers first
  --save FILE        write the figures as JSON
  --against PATH     compare with figures in a file, or with the build of another folder, measured in turn
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tree: { type: 'string' },
    times: { type: 'string' },
    schemastore: { type: 'string' },
    samples: { type: 'string' },
    concurrency: { type: 'string' },
    openapi: { type: 'string' },
    all: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    peers: { type: 'boolean' },
    save: { type: 'string' },
    against: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, '..', 'shared', 'corpus');

/** What the machine may have beside this folder. */
const beside = (name) => (existsSync(join(corpus, name)) ? join(corpus, name) : undefined);

function fail(message) {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}

/** The build in a folder. */
function buildIn(folder, label) {
  const bin = join(folder, 'dist', 'bin.js');
  if (!existsSync(bin)) fail(`there is no build in ${folder}: run \`npm run build\` there first`);
  return { label, root: resolve(folder), bin: resolve(bin) };
}

/** The sections that were asked for by name, or by an option of theirs; or else all. */
function chosen() {
  const unknown = positionals.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0)
    fail(`there is no section \`${unknown[0]}\`: the sections are ${Object.keys(SECTIONS).join(', ')}`);
  if (positionals.length > 0) return positionals;
  if (options.times !== undefined) return ['many'];
  const named = [
    ...(options.tree === undefined ? [] : ['tree', 'watch', 'jest']),
    ...['schemastore', 'samples', 'openapi'].filter((name) => options[name] !== undefined),
    ...(options.concurrency === undefined ? [] : ['fleet']),
  ];
  return named.length > 0 ? named : Object.keys(SECTIONS);
}

/** A count that an option gives. */
function count(name, otherwise) {
  const value = Number(options[name] ?? otherwise);
  if (options[name] !== undefined && !(Number.isInteger(value) && value >= 1))
    fail(`--${name} is a whole number from 1 on, not \`${options[name]}\``);
  return value;
}

if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const names = chosen();
const against = options.against === undefined ? undefined : resolve(options.against);
if (against !== undefined && !existsSync(against)) fail(`there is no ${options.against}`);
const isBuild = against !== undefined && statSync(against).isDirectory();
const bench = createBench([
  buildIn(root, 'this build'),
  ...(isBuild ? [buildIn(against, options.against)] : []),
]);
const saved = against === undefined || isBuild ? undefined : JSON.parse(readFileSync(against, 'utf8'));
if (options.peers) {
  const npm = spawnSync(
    'npm',
    ['ci', '--silent', '--ignore-scripts', '--prefix', join(root, 'bench', 'peers')],
    {
      stdio: 'inherit',
    },
  );
  if (npm.status !== 0) process.stdout.write('bench: the other tools could not be installed\n');
}

const [processor] = cpus();
process.stdout.write(
  `node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}, load ${loadavg()[0].toFixed(1)} at the start\n`,
);
if (process.env['NODE_EXTRA_CA_CERTS'] !== undefined)
  process.stdout.write(
    'NODE_EXTRA_CA_CERTS is set: before version 22, Node reads these certificates whenever it starts, for `node -e 0` too\n',
  );
const given = {
  isPatient: names.length < Object.keys(SECTIONS).length,
  tree: options.tree ?? beside('nova-contract'),
  times: count('times', 14),
  schemastore: options.schemastore ?? beside('schemastore'),
  samples: count('samples', 100_000),
  concurrency: count('concurrency', 32),
  openapi: options.openapi,
  all: options.all,
  only: options.only?.split(','),
  rounds: options.rounds === undefined ? undefined : count('rounds'),
};
for (const name of names) {
  const missing = await SECTIONS[name](bench, given);
  if (typeof missing !== 'string') continue;
  process.stdout.write(`\n── ${name}: not measured, because ${missing}\n`);
  if (names.length < Object.keys(SECTIONS).length) process.exitCode = 2;
}

const [figures, others] = bench.figures;
if (others !== undefined) printComparison(others, figures, options.against);
else if (saved !== undefined)
  printComparison(saved.figures, figures, `${options.against} (node ${saved.node}, ${saved.processor})`);
if (options.save !== undefined)
  writeFileSync(
    options.save,
    JSON.stringify({ node: process.version, processor: processor?.model ?? '', figures }),
  );
