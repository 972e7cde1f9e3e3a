import { newestOf } from './ask.mjs';
import { freePort } from './free-port.mjs';
import { BIN, ENVIRONMENT, ROOT } from './samplegate.mjs';
import { spawnOwned } from './spawn-owned.mjs';
import { waitFor } from './wait-for.mjs';

/** Starts `samplegate serve` with this project's samples; resolves when it responds. */
export async function startEmbedded() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const owned = spawnOwned(process.execPath, [BIN, 'serve', '--port', String(port)], {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = [];
  for (const stream of [owned.child.stdout, owned.child.stderr]) {
    stream.on('data', (chunk) => printed.push(String(chunk)));
  }
  try {
    const newest = await waitFor(
      'samplegate serve',
      owned,
      () => newestOf(url),
      () => printed.join(''),
    );
    return { name: 'serve', url, newest, stop: owned.stop };
  } catch (error) {
    await owned.stop();
    throw error;
  }
}
