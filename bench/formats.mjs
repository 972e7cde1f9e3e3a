// `node bench/formats.mjs [COUNT]`: checks 5,000 endpoints on loopback with 10,000 findings, once per report format, and prints seconds and
// peak memory. Then checks as many services that refuse connections, with and without retries. Asserts nothing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFleetProject } from './fleet-project.mjs';
import { measure } from './measure.mjs';
import { row } from './table.mjs';

const [count = 5000] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
// SAMPLEGATE_BIN measures another build.
const bin = process.env.SAMPLEGATE_BIN ?? join(root, 'dist', 'bin.js');
if (!existsSync(bin)) {
  process.stderr.write('bench: there is no build: run `npm run build` first\n');
  process.exit(2);
}

const FORMATS = ['pretty', 'json', 'ndjson', 'junit', 'github', 'html'];

const folder = mkdtempSync(join(tmpdir(), 'samplegate-formats-'));
const server = fork(join(root, 'bench', 'endpoints-server.mjs'));
try {
  const [port] = await once(server, 'message');
  const numbers = Array.from({ length: count }, (_, index) => index);
  writeFleetProject(root, folder, {
    'wrong.json': numbers.map((index) => ({
      name: `endpoint ${index}`,
      url: `http://127.0.0.1:${port}/${index}/`,
    })),
    // Another program may open a port that was closed. On these addresses nothing listens.
    'refused.json': numbers.map((index) => ({ url: `http://127.1.${index >> 8}.${index & 255}:9/` })),
  });
  const check = (targets, ...options) => measure([bin, 'check', '--targets', targets, ...options], folder);

  process.stdout.write(`\n${count} endpoints with two findings each, one run per format\n\n`);
  row('', 's', 'peak MB', 'report MB');
  for (const format of FORMATS) {
    const { ms, megabytes, stdout } = check('wrong.json', '--format', format);
    row(format, (ms / 1000).toFixed(1), megabytes.toFixed(0), (stdout.length / 1e6).toFixed(1));
  }

  process.stdout.write(`\n${count} services that refuse connections\n\n`);
  row('', 's', 'peak MB');
  const single = check('refused.json', '--format', 'ndjson', '--retries', '0');
  const retried = check('refused.json', '--format', 'ndjson');
  row('--retries 0', (single.ms / 1000).toFixed(1), single.megabytes.toFixed(0));
  row('with retries', (retried.ms / 1000).toFixed(1), retried.megabytes.toFixed(0));
  row('ratio', `${(retried.ms / single.ms).toFixed(2)} ×`);
} finally {
  server.disconnect();
  rmSync(folder, { recursive: true });
}
