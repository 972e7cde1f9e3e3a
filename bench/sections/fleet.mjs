// 2,000 services on loopback in one run of `samplegate check --targets`, in turn with a plain loop of requests to the same services. Some are dead, slow or
// wrong. Fails if a service is missing from the report or reported wrongly.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../measure.mjs';
import { KINDS, kindOf } from '../services/fleet-kinds.mjs';
import { writeFleetProject } from '../services/fleet-project.mjs';

const COUNT = 2000;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export async function fleet({ builds: [{ root }], inTurn }, { concurrency, rounds = 3 }) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-fleet-'));
  const server = fork(here('../services/fleet-server.mjs'), [String(COUNT)]);
  try {
    const [urls] = await once(server, 'message');
    writeProject(root, folder, urls);
    const rows = await inTurn('fleet', {
      heading: `${COUNT} services, three documents each, ${concurrency} at once`,
      tasks: {
        'samplegate check --targets': ({ bin }) =>
          measure(
            [
              bin,
              'check',
              '--targets',
              'targets.json',
              '--format',
              'ndjson',
              '--concurrency',
              String(concurrency),
            ],
            folder,
            { exits: [1] },
          ),
      },
      references: {
        'a plain loop of undici requests': () =>
          measure(
            [here('../references/plain-undici.mjs'), join(folder, 'urls.json'), String(concurrency)],
            root,
          ),
      },
      rounds,
      warm: false,
    });
    const wrong = rows['samplegate check --targets'].flatMap(mistakes);
    process.stdout.write(`reported wrongly: ${wrong.length}\n`);
    for (const line of wrong.slice(0, 10)) process.stdout.write(`  ${line}\n`);
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true });
  }
}

function writeProject(root, folder, urls) {
  const targets = urls.map((url, index) => ({
    name: `${kindOf(index)} ${index}`,
    url,
    ...(kindOf(index) === 'hung' ? { timeout: 1 } : {}),
  }));
  writeFleetProject(root, folder, { 'targets.json': targets });
  writeFileSync(join(folder, 'urls.json'), JSON.stringify(urls));
}

/** The mistakes in the report of a run, one line each. */
function mistakes({ stdout }) {
  const lines = stdout.split('\n').filter(Boolean).map(JSON.parse);
  const reported = new Map(lines.filter(({ kind }) => kind === 'target').map((row) => [row.target, row]));
  const expected = Array.from({ length: COUNT }, (_, index) => [
    `${kindOf(index)} ${index}`,
    KINDS[kindOf(index)].status,
  ]);
  return [
    ...expected.flatMap(([name, status]) => {
      const found = reported.get(name)?.status ?? 'missing';
      return found === status ? [] : [`${name}: expected ${status}, got ${found}`];
    }),
    ...(reported.size === COUNT ? [] : [`expected ${COUNT} targets in the report, got ${reported.size}`]),
    ...(lines.filter(({ kind }) => kind === 'summary').length === 1 ? [] : ['expected exactly one summary']),
  ];
}
