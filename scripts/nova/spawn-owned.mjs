import { spawn } from 'node:child_process';
import { once } from 'node:events';

const LONGEST_STOP_MS = 10_000;

/**
 * Starts a process that does not outlive this one. `ended` resolves with how it ended (an exit code or the name of a
 * signal) and rejects where it could not start; `stop` asks it to end, and forces it where it does not listen.
 */
export function spawnOwned(command, args, options) {
  const child = spawn(command, args, options);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let how;
  const ended = once(child, 'exit')
    .then(([code, signal]) => (how = code ?? signal))
    .finally(() => process.removeListener('exit', kill));
  // Whoever asks for it later is told; until then its failing is no unhandled rejection.
  ended.catch((error) => (how = error.message));
  const stop = async () => {
    if (how !== undefined) return;
    child.kill('SIGTERM');
    const timer = setTimeout(kill, LONGEST_STOP_MS);
    await ended.finally(() => clearTimeout(timer));
  };
  return { child, ended, stop, how: () => how };
}
