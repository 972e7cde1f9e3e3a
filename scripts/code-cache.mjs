// Writes V8's code caches of dist/main.js, in files that are named after Node's version and the platform. Each is made after a run, so that it has the functions that
// such a run compiles: `files` is a check of samples, `live` of a service that responds with them. Each sample has a mistake in it, so that the caches also have the
// functions that explain what is wrong.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const root = dirname(dist);
const file = join(dist, 'main.js');
const script = new Script(readFileSync(file, 'latin1'), { filename: 'samplegate/dist/main.js' });

const SAMPLES = {
  '/': 'versions-get-resp.json',
  '/v2/': 'v2-version-get-resp.json',
  '/v2.1/': 'v21-version-get-resp.json',
};
const damaged = (sample) =>
  readFileSync(join(root, 'api_samples', 'versions', sample), 'utf8').replace('"CURRENT"', '"CURENT"');

const [, , kind] = process.argv;
if (kind === 'live') checkService();
else checkFiles();

function checkFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-code-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['api_samples', 'contracts.yaml', 'schemas'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const sample of Object.values(SAMPLES))
    writeFileSync(join(folder, 'api_samples', 'versions', sample), damaged(sample));
  run(folder, 'check', '--no-cache');
}

function checkService() {
  const server = createServer(({ url, headers }, answer) => {
    const text = damaged(SAMPLES[url] ?? SAMPLES['/']);
    answer.setHeader('Content-Type', 'application/json');
    answer.end(text.replaceAll('http://openstack.example.com', `http://${headers.host}`));
  });
  server.listen(0, '127.0.0.1', () => {
    server.unref();
    run(root, 'check', '--live', `http://127.0.0.1:${server.address().port}`);
  });
}

function run(cwd, ...args) {
  process.chdir(cwd);
  process.argv.splice(2, Infinity, ...args);
  process.on('exit', () => {
    // The findings do not matter here.
    process.exitCode = 0;
    const engine = [process.version, process.platform, process.arch].join('-');
    writeFileSync(join(dist, `${kind}-${engine}.cache`), script.createCachedData());
  });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, createRequire(file), program, file, dist, process, Error);
  program.exports.main();
}
