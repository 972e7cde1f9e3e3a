// 5,000 endpoints on loopback with 10,000 findings, once per report format; then as many services that refuse connections, with and without retries.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from '../../scripts/bundle-source.mjs';
import { measure } from '../measure.mjs';
import { writeFleetProject } from '../services/fleet-project.mjs';
import { row } from '../table.mjs';

const COUNT = 5000;

export async function formats({ builds: [{ root }], inTurn }, { rounds = 1 }) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-formats-'));
  const server = fork(fileURLToPath(new URL('../services/endpoints-server.mjs', import.meta.url)));
  try {
    const [port] = await once(server, 'message');
    const numbers = Array.from({ length: COUNT }, (_, index) => index);
    writeFleetProject(root, folder, {
      'wrong.json': numbers.map((index) => ({
        name: `endpoint ${index}`,
        url: `http://127.0.0.1:${port}/${index}/`,
      })),
      // Another program may open a port that was closed. On these addresses nothing listens.
      'refused.json': numbers.map((index) => ({ url: `http://127.1.${index >> 8}.${index & 255}:9/` })),
    });
    const check =
      (targets, ...options) =>
      ({ bin }) =>
        measure([bin, 'check', '--targets', targets, ...options], folder, { exits: [1] });
    const reports = await inTurn('formats', {
      heading: `${COUNT} endpoints with two findings each`,
      tasks: Object.fromEntries(
        (await formatNames(folder)).map((name) => [name, check('wrong.json', '--format', name)]),
      ),
      rounds,
      warm: false,
    });
    const sizes = Object.values(reports).map(([{ stdout }]) => stdout.length / 1e6);
    row('the reports', `${Math.min(...sizes).toFixed(1)} to ${Math.max(...sizes).toFixed(1)} MB`);
    await inTurn('refused', {
      heading: `${COUNT} services that refuse connections`,
      tasks: { 'with retries': check('refused.json', '--format', 'ndjson') },
      references: {
        '--retries 0': () =>
          check(
            'refused.json',
            '--format',
            'ndjson',
            '--retries',
            '0',
          )({ bin: join(root, 'dist', 'bin.js') }),
      },
      rounds,
      warm: false,
    });
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true });
  }
}

/** The names of all report formats. */
async function formatNames(folder) {
  const outfile = join(folder, 'reporters.cjs');
  await bundleSource('src/reporters/reporter-registry.ts', outfile);
  return Object.keys(createRequire(import.meta.url)(outfile).REPORTERS);
}
