import { join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../model/project/limits';
import type { TextProblem } from '../model/documents/text-problem';
import { describeTextProblem } from '../text/text-problem-message';
import { looksLikeOpenApi } from '../openapi/looks-like-open-api';
import { readYaml } from '../text/yaml/yaml-source';
import { fileFormOf } from '../text/parse-documents';
import { DISK } from './tree/disk-tree';
import { displayPath } from './disk/file-path';
import { isJsonPath } from './disk/list-files';
import { listSamples } from './samples/list-samples';
import { readSample } from './samples/load-samples';
import { readTextFile } from './disk/read-text-file';
import { schemaInComment } from './schemas/schema-comment';

/** A file in JSON, YAML or NDJSON. */
export interface TreeFile {
  /** Relative to the folder that was read, segments separated by `/`. */
  readonly path: string;
  /** Undefined if the file does not parse, and the first document that does if there are several. */
  readonly value: unknown;
  /** The documents of a YAML stream, or the lines of NDJSON: those that parse. Absent if the file is one document. */
  readonly documents?: readonly unknown[];
  /** The schema that a comment for editors names. */
  readonly schemaName?: string;
  /** Where and why it does not parse: `a.json:2:1 a comma belongs before this`. */
  readonly mistake?: string;
}

/** Properties at the top of schemas and OpenAPI documents in YAML. */
const OF_SCHEMA = /^["']?(?:\$schema|openapi|swagger)["']?[ \t]*:/m;

/** Reads the JSON, YAML and NDJSON files of a project, also those in other folders that are named. */
export function readTree(cwd: string, folders: readonly string[] = []): readonly TreeFile[] {
  const paths = ['.', ...folders].flatMap((folder) => {
    const root = resolve(cwd, folder);
    // The root itself as the folder of the schemas excludes no file.
    const { files } = listSamples(root, { project: cwd, manifests: [], schemas: [root] }, DISK);
    return files.map((file) => displayPath(cwd, join(root, file)));
  });
  return [...new Set(paths)].toSorted().flatMap((path) => readFile(cwd, path));
}

function readFile(cwd: string, path: string): readonly TreeFile[] {
  const absolute = join(cwd, path);
  const form = fileFormOf(path);
  if (form === 'yaml') {
    const { text } = readTextFile(absolute, DEFAULT_LIMITS.fileSize);
    if (OF_SCHEMA.test(text))
      return [
        describeFile(path, [readYaml(path, text, { repeats: looksLikeOpenApi(text) ? 'any' : 'same' })]),
      ];
  } else if (form !== 'lines' && !isJsonPath(path)) return [];
  return [
    describeFile(
      path,
      readSample({ path, root: cwd, name: path }, { ...DEFAULT_LIMITS, tree: DISK })(undefined),
    ),
  ];
}

type Reading = Pick<ReturnType<typeof readYaml>, 'value' | 'problems' | 'source'>;

function describeFile(path: string, found: readonly Reading[]): TreeFile {
  const readings = found.map((reading) =>
    reading.problems.some(({ kind }) => kind === 'not-json') ? { ...reading, value: undefined } : reading,
  );
  const documents = readings.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const schemaName = readings
    .map(({ source }) => schemaInComment(source)?.name)
    .find((name) => name !== undefined);
  return {
    path,
    value: documents[0],
    ...(readings.length === 1 ? {} : { documents }),
    ...(schemaName === undefined ? {} : { schemaName }),
    ...mistakeIn(path, readings),
  };
}

function mistakeIn(path: string, readings: readonly Reading[]): Pick<TreeFile, 'mistake'> {
  for (const { value, problems, source } of readings) {
    const [problem] = problems;
    if (value === undefined && problem !== undefined)
      return { mistake: `${path}${positionOf(problem, source)} ${describeTextProblem(problem)}` };
  }
  return {};
}

function positionOf(problem: TextProblem, source: Reading['source']): string {
  if (!('span' in problem)) return '';
  const [range] = source.locate([{ file: source.name, span: problem.span }]);
  return range === undefined ? '' : `:${range.start.line}:${range.start.column}`;
}
