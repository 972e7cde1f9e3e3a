import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LATER_RUNNERS, RUNNERS, tryRunner } from './runners.mjs';
import { makeProject, run, step, writeFiles } from './stranger.mjs';

const named = (start) => RUNNERS.filter(({ name }) => name.startsWith(start));

/** The oldest version that the package supports, and those after the one that runs this. */
const NODES = [
  { version: '20.18.1', runners: [...named("Node's test runner"), ...named('jest')] },
  { version: '22', runners: [...named("Node's test runner"), ...LATER_RUNNERS] },
  { version: '24', runners: named("Node's test runner") },
];

/** Tries the package, of this version, in other versions of Node; only in those with `only` in their names. */
export async function tryNodes({ only, ...packed }) {
  for (const node of NODES) if (`Node ${node.version}`.includes(only)) await tryNode(node, packed);
}

/** Resolves when a process has printed this. */
async function prints(child, text) {
  let printed = '';
  for await (const chunk of child) {
    printed += chunk;
    if (printed.includes(text)) return;
  }
  throw new Error(`it ended without \`${text}\`: ${printed}`);
}

/** Tries the command and the runners under another version of Node, which an npm package has. */
async function tryNode({ version: wanted, runners }, { folder, tarball, version }) {
  const home = join(folder, `node-${wanted}`);
  makeProject(home);
  const { status } = spawnSync('npm', ['install', `node@${wanted}`, tarball], { cwd: home, stdio: 'ignore' });
  if (status !== 0) {
    process.stdout.write(`skipped: the registry has no node@${wanted}\n`);
    return;
  }
  const node = join(home, 'node_modules', 'node', 'bin', 'node');
  const bin = join('node_modules', 'samplegate', 'dist', 'bin.js');
  await step(`Node ${wanted}: the command`, () => {
    assert.equal(run(node, [bin, '--version'], home), `${version}\n`);
    writeFiles(home, { 'samples/pet.json': '{ "id": 1 }\n' });
    run(node, [bin, 'init', '--samples', 'samples'], home);
    assert.match(run(node, [bin, 'check'], home), /no findings/);
    assert.match(run(node, [bin, 'types'], home), /wrote/);
  });
  await step(`Node ${wanted}: watching`, async () => {
    const child = spawn(node, [bin, 'check', '--watch'], { cwd: home });
    const exit = once(child, 'exit');
    const changed = prints(child.stdout, 'expected an integer, got "x"');
    await prints(child.stderr.iterator({ destroyOnReturn: false }), 'Ctrl-C ends');
    writeFiles(home, { 'samples/pet.json': '{ "id": "x" }\n' });
    await changed;
    child.kill('SIGINT');
    assert.deepEqual(await exit, [130, null]);
  });
  for (const runner of runners)
    await tryRunner({ ...runner, name: `Node ${wanted}, ${runner.name}` }, { folder, tarball, node });
}
