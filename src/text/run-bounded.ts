import { createContext, Script, type Context } from 'node:vm';

import { codeOf } from '../model/thrown';

interface Bounded {
  readonly context: Context & { task: () => void };
  readonly script: Script;
}

let bounded: Bounded | undefined;

/** Whether a task is under way, whose watchdog ends what it calls too. */
let isUnderWay = false;

/** The longest time that the engine's watchdog takes, 49 days. */
const LONGEST = 2 ** 32 - 1;

/**
 * Runs a task that must end: a regular expression can backtrack for longer than anyone waits, and nothing but the engine can
 * stop it. `limit` is in milliseconds. A task that throws, throws. Each call starts a watchdog thread, which a busy machine is slow
 * to do; a call within a task is bounded by that task's.
 */
export function runBounded<T>(task: () => T, limit: number): T | 'timed-out' {
  if (isUnderWay) return task();
  bounded ??= createBounded();
  let result: { readonly value: T } | undefined;
  bounded.context.task = () => {
    result = { value: task() };
  };
  isUnderWay = true;
  try {
    bounded.script.runInContext(bounded.context, { timeout: Math.min(limit, LONGEST) });
  } catch (error) {
    if (codeOf(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'timed-out';
    throw error;
  } finally {
    isUnderWay = false;
  }
  return result === undefined ? 'timed-out' : result.value;
}

function createBounded(): Bounded {
  const context = Object.assign(createContext({}), { task: () => undefined });
  return { context, script: new Script('task()', { filename: 'run-bounded' }) };
}
