import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * Runs node with these arguments to its end. Its peak memory and processor time are read from file descriptor 3. Throws if it ends with a code that is not
 * among `exits`.
 */
export function measure(args, cwd, { usage = true, env = {}, exits = [0, 1] } = {}) {
  const start = performance.now();
  const { stdout, stderr, status, output } = spawnSync(
    process.execPath,
    [...(usage ? ['--require', preload] : []), ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const ms = performance.now() - start;
  if (!exits.includes(status))
    throw new Error(`node ${args.join(' ').slice(0, 500)} exited with ${status}\n${stderr.slice(0, 2000)}`);
  const [kilobytes, microseconds] = usage ? JSON.parse(output[3]) : [0, 0];
  return { ms, stdout, stderr, megabytes: kilobytes / 1024, processor: microseconds / 1000 };
}
