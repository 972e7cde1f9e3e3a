import { join } from 'node:path';

import type { Limits } from '../model/limits';
import { schemaFileName, type SchemaFile, type SchemaFiles } from '../model/schema-files';
import type { TextProblem } from '../model/text-problem';
import { createJsonSource } from '../text/json-source';
import { readStrictJson } from '../text/strict-json';
import { describeTextProblem } from '../text/text-problem-message';
import { readYaml } from '../text/yaml-source';
import { fileKind } from './file-kind';
import { normalPath, staysInside } from './file-path';
import { listFiles } from './list-files';
import { readTextFile } from './read-text-file';

const EXTENSIONS = ['.json', '.yaml', '.yml'];

/** Opens a folder of schemas; `name` is its path as findings show it. Files are read only when they are needed. */
export function openSchemaFiles(root: string, name: string, limits: Limits): SchemaFiles {
  const read = new Map<string, SchemaFile | undefined>();
  let listing: readonly string[] | undefined;
  return {
    root: name,
    get: (file) => {
      const key = normalPath(file);
      if (!read.has(key)) read.set(key, readSchemaFile(root, name, key, limits));
      return read.get(key);
    },
    list: () => {
      listing ??= listFiles(root, EXTENSIONS).files.filter((file) =>
        EXTENSIONS.some((end) => file.endsWith(end)),
      );
      return listing;
    },
  };
}

/** The text of a file below a schema root as `get` would read it; null where there is no file, undefined where it cannot be read as text. */
export function schemaText(root: string, file: string, limits: Limits): string | null | undefined {
  const path = join(root, normalPath(file));
  if (!staysInside(root, file) || fileKind(path) === 'nothing') return null;
  const { text, problems } = readTextFile(path, limits.fileSize);
  return problems.length > 0 ? undefined : text;
}

function readSchemaFile(
  root: string,
  rootName: string,
  file: string,
  limits: Limits,
): SchemaFile | undefined {
  const path = join(root, file);
  if (!staysInside(root, file) || fileKind(path) === 'nothing') return undefined;
  const name = schemaFileName({ root: rootName }, file);
  const { text, problems } = readTextFile(path, limits.fileSize);
  if (problems.length > 0) {
    return unreadable(file, createJsonSource(name, text), problems);
  }
  if (/\.ya?ml$/.test(file)) {
    const reading = readYaml(name, text);
    return reading.problems.length > 0
      ? unreadable(file, reading.source, reading.problems)
      : { file, source: reading.source, value: reading.value };
  }
  const source = createJsonSource(name, text);
  const reading = readStrictJson(text, limits.depth);
  return reading.problems.length > 0
    ? unreadable(file, source, reading.problems)
    : { file, source, value: reading.value };
}

function unreadable(
  file: string,
  source: SchemaFile['source'],
  problems: readonly TextProblem[],
): SchemaFile {
  const [problem] = problems;
  const message = problem === undefined ? '' : describeTextProblem(problem);
  const place =
    problem !== undefined && 'span' in problem
      ? { file: source.name, span: problem.span }
      : { file: source.name };
  return { file, source, value: undefined, problem: { kind: 'unreadable', message, place } };
}
