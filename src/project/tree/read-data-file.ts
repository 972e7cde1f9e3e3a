import { basename } from 'node:path';

import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { Source } from '../../model/documents/source';
import type { TextProblem } from '../../model/documents/text-problem';
import { UsageError } from '../../model/usage-error';
import { createJsonSource } from '../../text/json/json-source';
import { readStrictJson } from '../../text/json/strict-json';
import { describeTextProblem } from '../../text/text-problem-message';
import { readYaml } from '../../text/yaml/yaml-source';
import { displayPath } from '../disk/file-path';
import type { Tree } from './tree';

/** A YAML or JSON file that a run needs, such as the manifest. */
export interface DataFile {
  readonly source: Source;
  /** Undefined where there are problems. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
}

/** Reads YAML, or JSON where the name ends in `.json`. Throws a UsageError where the file cannot be read; `what` names the file in it. */
export function readDataFile(tree: Pick<Tree, 'read'>, cwd: string, file: string, what: string): DataFile {
  const { text, problems } = tree.read(file, DEFAULT_LIMITS.fileSize);
  const unreadable = problems.find(({ kind }) => kind === 'unreadable' || kind === 'too-large');
  if (unreadable !== undefined)
    throw new UsageError(`the ${what} \`${displayPath(cwd, file)}\` ${describeTextProblem(unreadable)}`);
  const reading = readDataText(cwd, file, text);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** As `readDataFile`, for a file whose text is already in memory. */
export function readDataText(cwd: string, file: string, text: string): DataFile {
  const name = displayPath(cwd, file);
  return basename(file).endsWith('.json')
    ? { ...readStrictJson(text, DEFAULT_LIMITS.depth), source: createJsonSource(name, text) }
    : readYaml(name, text);
}
