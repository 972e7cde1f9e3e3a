import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * Runs node with these arguments to its end. Its peak memory and processor time are read from file descriptor 3; they are NaN if it did not get to
 * write them. Throws if it ends with a code that is not among `exits` (or `any`). What it prints goes through files in the folder `outputIn`,
 * if there is one: a program that calls `process.exit` right after it has printed loses what is still in a pipe.
 */
export function measure(args, cwd, { usage = true, env = {}, exits = [0, 1], outputIn } = {}) {
  const files = outputIn === undefined ? [] : ['stdout', 'stderr'].map((name) => join(outputIn, name));
  const descriptors = files.map((file) => openSync(file, 'w'));
  const start = performance.now();
  const { status, output } = spawnSync(
    process.execPath,
    [...(usage ? ['--require', preload] : []), ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 28,
      stdio: ['ignore', ...(files.length > 0 ? descriptors : ['pipe', 'pipe']), 'pipe'],
    },
  );
  const ms = performance.now() - start;
  for (const descriptor of descriptors) closeSync(descriptor);
  const [stdout = '', stderr = ''] =
    files.length > 0 ? files.map((file) => readFileSync(file, 'utf8')) : output.slice(1, 3).map(String);
  if (exits !== 'any' && !exits.includes(status))
    throw new Error(`node ${args.join(' ').slice(0, 500)} exited with ${status}\n${stderr.slice(0, 2000)}`);
  const [kilobytes, microseconds] = !usage
    ? [0, 0]
    : output[3] === ''
      ? [Number.NaN, Number.NaN]
      : JSON.parse(output[3]);
  return { ms, stdout, stderr, megabytes: kilobytes / 1024, processor: microseconds / 1000 };
}
