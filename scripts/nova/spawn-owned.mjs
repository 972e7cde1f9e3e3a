import { spawn } from 'node:child_process';
import { once } from 'node:events';

const LONGEST_STOP_MS = 10_000;

/**
 * Starts a process that does not outlive this one. `ended` resolves with its exit code or the name of a signal, and
 * rejects if it could not be started. `stop` asks it to end, and kills it if it does not.
 */
export function spawnOwned(command, args, options) {
  const child = spawn(command, args, options);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let how;
  const ended = once(child, 'exit')
    .then(([code, signal]) => (how = code ?? signal))
    .finally(() => process.removeListener('exit', kill));
  // Callers may await `ended` later: until then a failure must not be an unhandled rejection.
  ended.catch((error) => (how = error.message));
  const stop = async () => {
    if (how !== undefined) return;
    child.kill('SIGTERM');
    const timer = setTimeout(kill, LONGEST_STOP_MS);
    await ended.finally(() => clearTimeout(timer));
  };
  return { child, ended, stop, how: () => how };
}
