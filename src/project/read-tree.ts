import { join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../model/limits';
import type { TextProblem } from '../model/text-problem';
import { describeTextProblem } from '../text/text-problem-message';
import { readYaml } from '../text/yaml/yaml-source';
import { displayPath } from './file-path';
import { isJsonPath } from './list-files';
import { listSamples } from './list-samples';
import { readDocument } from './load-samples';
import { readTextFile } from './read-text-file';

/** A JSON file, or a YAML file that may be a schema. */
export interface TreeFile {
  /** Relative to the folder that was read, segments separated by `/`. */
  readonly path: string;
  /** Undefined if the file does not parse. */
  readonly value: unknown;
  /** Where and why it does not parse: `a.json:2:1 a comma belongs before this`. */
  readonly mistake?: string;
}

/** Properties at the top of schemas and OpenAPI documents in YAML. */
const OF_SCHEMA = /^["']?(?:\$schema|openapi|swagger)["']?[ \t]*:/m;

/** Reads the JSON files of a project, those in other folders that are named included, and its YAML files that may be schemas. */
export function readTree(cwd: string, folders: readonly string[] = []): readonly TreeFile[] {
  const paths = ['.', ...folders].flatMap((folder) => {
    const root = resolve(cwd, folder);
    // The root itself as the folder of the schemas excludes no file.
    const { files } = listSamples(root, { project: cwd, manifests: [], schemas: [root] });
    return files.map((file) => displayPath(cwd, join(root, file)));
  });
  return [...new Set(paths)].toSorted().flatMap((path) => readFile(cwd, path));
}

function readFile(cwd: string, path: string): readonly TreeFile[] {
  const absolute = join(cwd, path);
  if (isJsonPath(path)) return [describeFile(path, readDocument(absolute, path, DEFAULT_LIMITS))];
  if (!/\.ya?ml$/i.test(path)) return [];
  const { text } = readTextFile(absolute, DEFAULT_LIMITS.fileSize);
  return OF_SCHEMA.test(text) ? [describeFile(path, readYaml(path, text, { allowsSameAgain: true }))] : [];
}

type Reading = Pick<ReturnType<typeof readYaml>, 'value' | 'problems' | 'source'>;

function describeFile(path: string, { value, problems, source }: Reading): TreeFile {
  const [problem] = problems;
  if (value !== undefined || problem === undefined) return { path, value };
  return { path, value, mistake: `${path}${positionOf(problem, source)} ${describeTextProblem(problem)}` };
}

function positionOf(problem: TextProblem, source: Reading['source']): string {
  if (!('span' in problem)) return '';
  const [range] = source.locate([{ file: source.name, span: problem.span }]);
  return range === undefined ? '' : `:${range.start.line}:${range.start.column}`;
}
