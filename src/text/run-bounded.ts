import { noteUnrepeatable } from './repeatable';
import { createContext, Script, type Context } from 'node:vm';

import { codeOf } from '../model/thrown';

interface Bounded {
  readonly context: Context & { task: () => void };
  readonly script: Script;
}

let bounded: Bounded | undefined;

/** Whether a task is running; its watchdog stops everything that the task calls. */
let isRunning = false;

/** The longest time-out that V8's watchdog accepts, 49 days. */
const LONGEST = 2 ** 32 - 1;

/**
 * Runs a task with a time limit in milliseconds: a regular expression can backtrack practically forever, and only V8 can stop it.
 * What the task throws is thrown. Each call starts a watchdog thread, which takes long on a busy machine; a call inside another task
 * starts none, because the outer watchdog covers it.
 */
export function runBounded<T>(task: () => T, limit: number): T | 'timed-out' {
  if (isRunning) return task();
  bounded ??= createBounded();
  let result: { readonly value: T } | undefined;
  bounded.context.task = () => {
    result = { value: task() };
  };
  isRunning = true;
  try {
    bounded.script.runInContext(bounded.context, { timeout: Math.min(limit, LONGEST) });
  } catch (error) {
    if (codeOf(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return timedOut();
    throw error;
  } finally {
    isRunning = false;
  }
  return result === undefined ? timedOut() : result.value;
}

/** The next run may have enough time. */
function timedOut(): 'timed-out' {
  noteUnrepeatable();
  return 'timed-out';
}

function createBounded(): Bounded {
  const context = Object.assign(createContext({}), { task: () => undefined });
  return { context, script: new Script('task()', { filename: 'run-bounded' }) };
}
