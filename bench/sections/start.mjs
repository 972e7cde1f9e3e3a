// Start-up: the three samples of this project as whole processes, in turn with `node -e 0`, also served as a live API on loopback.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { measure } from '../measure.mjs';
import { printStages } from '../stage-times.mjs';

export async function start({ builds, inTurn }, { rounds = 15 }) {
  const [{ root, bin }] = builds;
  const api = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [printed] = await once(api.stdout, 'data');
    const [url] = /http:\S+/.exec(String(printed)) ?? [];
    const check =
      (...options) =>
      ({ bin: program }) =>
        measure([program, 'check', ...options], root, { exits: [0] });
    await inTurn('start', {
      heading: 'three samples',
      tasks: {
        'samplegate check, nothing changed': check(),
        'samplegate check --no-cache': check('--no-cache'),
        'samplegate check --live': check('--live', url),
      },
      references: { 'node -e 0': () => measure(['-e', '0'], root) },
      rounds,
    });
  } finally {
    api.kill();
  }
  await printStages(root, rounds);
}
