import { basename } from 'node:path';

import { DEFAULT_LIMITS } from '../model/limits';
import type { Source } from '../model/source';
import type { TextProblem } from '../model/text-problem';
import { UsageError } from '../model/usage-error';
import { createJsonSource } from '../text/json-source';
import { readStrictJson } from '../text/strict-json';
import { describeTextProblem } from '../text/text-problem-message';
import { readYaml } from '../text/yaml-source';
import { displayPath } from './file-path';
import { readTextFile } from './read-text-file';

/** A YAML or JSON file that a run cannot do without. */
export interface DataFile {
  readonly source: Source;
  /** Undefined where there are problems. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
}

/** Reads YAML, or JSON where the file's name says so. Throws a UsageError that calls the file `what` where it cannot be read. */
export function readDataFile(cwd: string, file: string, what: string): DataFile {
  const { text, problems } = readTextFile(file, DEFAULT_LIMITS.fileSize);
  const unreadable = problems.find(({ kind }) => kind === 'unreadable' || kind === 'too-large');
  if (unreadable !== undefined)
    throw new UsageError(`the ${what} \`${displayPath(cwd, file)}\` ${describeTextProblem(unreadable)}`);
  const reading = readDataText(cwd, file, text);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** Reads the text of a file as that file. */
export function readDataText(cwd: string, file: string, text: string): DataFile {
  const name = displayPath(cwd, file);
  return basename(file).endsWith('.json')
    ? { ...readStrictJson(text, DEFAULT_LIMITS.depth), source: createJsonSource(name, text) }
    : readYaml(name, text);
}
