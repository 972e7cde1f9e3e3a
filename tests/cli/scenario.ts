import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageVersion } from '../../src/project/shipped/package-root';
import { REPORTERS } from '../../src/reporters/reporter-registry';
import { maskRules } from './mask-rules';
import { runCli, type CliWorld } from './run-cli';

/** As messages list them: a new format must not change a transcript. */
const FORMATS = Object.keys(REPORTERS).join(', ');

/** One thing that happens in a transcript. */
export type Step =
  /** A command line, written as in a shell: words with blanks between. */
  | string
  /** The same with what is on the standard input. */
  | { readonly command: string; readonly stdin: string }
  /** A file, printed. */
  | { readonly show: string }
  /** What somebody does to the folder, in words. */
  | { readonly change: string; readonly apply: (cwd: string) => void };

/** What is run one after the other, and where. */
export interface Scenario {
  /** Of its golden file, without `.txt`. */
  readonly name: string;
  /** Below tests/fixtures/projects; run in place, or, where a run writes something, in a copy. */
  readonly project?: string;
  readonly copy?: boolean;
  readonly steps: readonly Step[];
}

/** Runs the steps and writes down what a person at a terminal sees; the folder, the version, rules and formats are masked. */
export async function transcribe(steps: readonly Step[], cwd: string): Promise<string> {
  const parts: string[] = [];
  for (const step of steps) parts.push(await transcribeStep(step, cwd));
  const transcript = parts.join('\n').replaceAll(cwd, '<folder>').replaceAll(packageVersion(), '<version>');
  return maskRules(transcript).replaceAll(FORMATS, '<formats>');
}

async function transcribeStep(step: Step, cwd: string): Promise<string> {
  if (typeof step === 'string') return transcribeCommand(step, { cwd });
  if ('show' in step) return `$ cat ${step.show}\n${readFileSync(join(cwd, step.show), 'utf8')}`;
  if ('change' in step) {
    step.apply(cwd);
    return `# ${step.change}\n`;
  }
  return transcribeCommand(step.command, { cwd, stdin: step.stdin });
}

async function transcribeCommand(command: string, world: CliWorld): Promise<string> {
  const { code, out, err } = await runCli(command === '' ? [] : command.split(' '), world);
  const errors = err === '' ? '' : `[standard error]\n${err}`;
  return `$ ${`samplegate ${command}`.trim()}\n${out}${errors}Exit code: ${code}\n`;
}
