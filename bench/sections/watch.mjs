// `samplegate check --watch` on a whole service's contract: from the save of a sample or a schema until the report is printed, in turn with a cold run. Prints
// whether each report is the one that a cold run prints.
import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readTables } from '../../examples/contracts-from-table.mjs';
import { median, ratios, times } from '../figures.mjs';
import { measure } from '../measure.mjs';
import { row } from '../table.mjs';
import { withProjectOf } from './project-of-tree.mjs';

const WAITS = 'waiting for changes';

/** Saves after the first run, of which the last is measured: the engine compiles what it runs often. */
const SAVES = 3;

/** In milliseconds: until the machine is quiet after a run. */
const REST = 500;

export async function watch(bench, { tree: given, rounds = 9 }) {
  if (given === undefined || !existsSync(join(given, 'contract.json')))
    return '--tree gives no folder with a contract.json';
  await withProjectOf(given, async (folder) => {
    const mapped = readTables(given).mapping.find(({ schema }) => schema !== null);
    const cold = 'samplegate check --no-cache';
    let isSame = true;
    const after =
      (path) =>
      async ({ bin }) => {
        const measured = await reportAfter(bin, folder, path);
        isSame &&= measured.stdout === measure([bin, 'check', '--no-cache'], folder).stdout;
        return measured;
      };
    const rows = await bench.inTurn('watch', {
      heading: 'check --watch, from a save to the report',
      tasks: {
        'a changed sample': after(join(folder, 'api_samples', mapped.sample)),
        'a changed schema': after(join(folder, mapped.schema)),
        [cold]: ({ bin }) => measure([bin, 'check', '--no-cache'], folder),
      },
      references: { 'node -e 0': () => measure(['-e', '0'], folder) },
      rounds,
    });
    for (const name of ['a changed sample', 'a changed schema'])
      row(`${name}, to the cold run`, times(median(ratios(rows[name], rows[cold]))));
    process.stdout.write(
      `\n${isSame ? 'every report is that of a cold run' : 'some reports are NOT those of cold runs'}\n`,
    );
    if (!isSame) process.exitCode = 1;
  });
}

/** Watches in a process of its own, saves a file a few times, and measures from the last save until the report is printed. */
async function reportAfter(bin, folder, path) {
  const child = spawn(process.execPath, [bin, 'check', '--watch'], { cwd: folder });
  const exit = once(child, 'exit');
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const waits = async () => {
    for await (const [chunk] of on(child.stderr, 'data')) if (String(chunk).includes(WAITS)) return;
  };
  try {
    await waits();
    let measured;
    for (let save = 0; save < SAVES; save += 1) {
      await setTimeout(REST);
      stdout = '';
      const before = processorOf(child.pid);
      const start = performance.now();
      const next = waits();
      // In one step, so that no run reads half of it.
      appendFileSync(path, '\n');
      await next;
      measured = { ms: performance.now() - start, processor: processorOf(child.pid) - before };
    }
    await setTimeout(REST);
    return { ...measured, stdout };
  } finally {
    child.kill('SIGINT');
    await exit;
  }
}

/** The processor time of a process so far, in milliseconds; NaN where the system does not say. */
function processorOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const [user = Number.NaN, system = Number.NaN] = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}
