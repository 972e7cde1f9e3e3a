// Writes V8's code cache of dist/main.js, in a file that is named after Node's version and the platform. It is made after a run, so that it has the functions that a run compiles. The run is a live
// check of a service that responds with the samples, each with a mistake in it: so the cache also has the functions that send requests,
// and those that compile a schema to explain what is wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const root = dirname(dist);
const file = join(dist, 'main.js');
// As in src/cli/start-program.ts: V8 rejects a cache that was made with other settings.
if (process.versions.node.startsWith('20.')) {
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--interrupt-budget-factor-for-feedback-allocation=24');
}
const script = new Script(readFileSync(file, 'latin1'), { filename: 'samplegate/dist/main.js' });

const SAMPLES = {
  '/': 'versions-get-resp.json',
  '/v2/': 'v2-version-get-resp.json',
  '/v2.1/': 'v21-version-get-resp.json',
};
const server = createServer(({ url, headers }, answer) => {
  const sample = SAMPLES[url] ?? SAMPLES['/'];
  const text = readFileSync(join(root, 'api_samples', 'versions', sample), 'utf8');
  answer.setHeader('Content-Type', 'application/json');
  answer.end(
    text
      .replaceAll('http://openstack.example.com', `http://${headers.host}`)
      .replace('"CURRENT"', '"CURENT"'),
  );
});
server.listen(0, '127.0.0.1', () => {
  server.unref();
  process.chdir(root);
  process.argv.splice(2, Infinity, 'check', '--live', `http://127.0.0.1:${server.address().port}`);
  // The findings do not matter here.
  process.stdout.write = () => true;
  process.on('exit', () => {
    process.exitCode = 0;
    const engine = [process.version, process.platform, process.arch].join('-');
    writeFileSync(join(dist, `main-${engine}.cache`), script.createCachedData());
  });
  script.runInThisContext()({}, createRequire(file), { exports: {} }, file, dist);
});
