import { dirname, join, relative, resolve } from 'node:path';

import type { Limits } from '../../model/project/limits';
import type { SchemaFolders } from '../../model/project/project';
import {
  schemaFileName,
  type RepeatedProperty,
  type SchemaFile,
  type SchemaFiles,
} from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { TextProblem } from '../../model/documents/text-problem';
import { looksLikeOpenApi } from '../../openapi/looks-like-open-api';
import { createJsonSource } from '../../text/json/json-source';
import { readStrictJson } from '../../text/json/strict-json';
import { describeTextProblem } from '../../text/text-problem-message';
import { readYaml } from '../../text/yaml/yaml-source';
import { orList } from '../../wording/list-words';
import { DISK } from '../tree/disk-tree';
import { displayPath, isBelow, normalPath } from '../disk/file-path';
import type { FileListing } from '../disk/list-files';
import type { TextFile } from '../disk/read-text-file';
import { belowFolder, schemaFilePath, schemaFilesAt } from './schema-folders';
import type { Tree } from '../tree/tree';

const EXTENSIONS = ['.json', '.yaml', '.yml'];

/** What the manifest says about references, with absolute paths. */
export interface ReferenceSettings {
  readonly refBase?: string;
  /** The path that a URI is mapped to, relative to the manifest's folder or to a folder of schemas. */
  readonly map: (uri: string) => string | undefined;
  readonly folder: string;
}

/**
 * Opens a folder of schemas; `name` is its path as findings show it. The names of files are paths below `name`. Files are read only when they
 * are needed.
 */
export function openSchemaFiles(root: string, name: string, limits: Limits): SchemaFiles {
  return openFolders({ base: root, roots: [root], others: [], documents: [] }, { root: name }, limits, DISK);
}

/** As `openSchemaFiles`, for the folders of a manifest. The names of files are relative to `cwd`. */
export function openSchemaFolders(
  folders: SchemaFolders,
  {
    cwd,
    limits,
    references,
    documents,
    tree,
  }: {
    readonly cwd: string;
    readonly limits: Limits;
    readonly references: ReferenceSettings;
    /** The paths of OpenAPI documents. */
    readonly documents: readonly string[];
    readonly tree: Tree;
  },
): SchemaFiles {
  const { base, roots } = folders;
  const { refBase, map, folder } = references;
  const files = openFolders(
    folders,
    {
      root: displayPath(cwd, roots[0] ?? base),
      ...(roots.length < 2 ? {} : { folders: orList(roots.map((root) => displayPath(cwd, root))) }),
      nameOf: (file) => displayPath(cwd, join(base, file)),
      fileOf: (shown) => displayPath(base, resolve(cwd, shown)),
    },
    limits,
    tree,
  );
  return {
    ...files,
    documents: documents.map((path) => belowFolder(base, path)),
    filesAt: (path) => schemaFilesAt(folders, path, tree),
    shortPath: (file) => {
      const path = join(base, file);
      return belowFolder(roots.find((root) => isBelow(root, path)) ?? base, path);
    },
    behindLink: (file, path) => {
      const target = resolve(tree.realPath(join(base, dirname(file))), path);
      const root = [...roots, ...folders.others].find((each) => isBelow(tree.realPath(each), target));
      return root && belowFolder(base, join(root, relative(tree.realPath(root), target)));
    },
    contains: (file) => schemaFilePath(folders, file) !== undefined,
    ...(refBase === undefined ? {} : { refBase: belowFolder(base, refBase) }),
    mapped: (uri) => {
      const path = map(uri);
      if (path === undefined) return undefined;
      const file = belowFolder(base, resolve(folder, path));
      const isThere = (each: string) => schemaText(folders, each, limits, tree) !== null;
      return isThere(file) ? file : (schemaFilesAt(folders, path, tree).find(isThere) ?? file);
    },
  };
}

function openFolders(
  folders: SchemaFolders,
  names: Pick<SchemaFiles, 'root' | 'folders' | 'nameOf' | 'fileOf'>,
  limits: Limits,
  tree: Tree,
): SchemaFiles {
  const read = new Map<string, SchemaFile | undefined>();
  let files: readonly string[] | undefined;
  let listings: readonly { readonly root: string; readonly listing: FileListing }[] | undefined;
  const listed = () =>
    (listings ??= folders.roots.map((root) => ({ root, listing: tree.list(root, EXTENSIONS) })));
  return {
    ...names,
    get: (file) => {
      const key = normalPath(file);
      if (!read.has(key))
        read.set(key, readSchemaFile(folders, schemaFileName(names, key), key, limits, tree));
      return read.get(key);
    },
    list: () => {
      files ??= listed()
        .flatMap(({ root, listing }) => {
          const above = belowFolder(folders.base, root);
          return listing.files
            .filter((file) => EXTENSIONS.some((end) => file.endsWith(end)))
            .map((file) => (above === '' ? file : `${above}/${file}`));
        })
        .toSorted();
      return files;
    },
    neighbours: (file) => {
      const path = schemaFilePath(folders, file);
      return path === undefined ? [] : tree.namesIn(dirname(path));
    },
    hasLinks: () => listed().some(({ listing }) => listing.hasLinks),
  };
}

/** The text of a schema file as `get` would read it; null where there is no file, undefined where it cannot be read as text. */
export function schemaText(
  folders: SchemaFolders,
  file: string,
  limits: Limits,
  tree: Tree,
): string | null | undefined {
  const path = schemaFilePath(folders, file);
  if (path === undefined) return null;
  const { text, problems } = tree.read(path, limits.fileSize);
  if (problems.length > 0 && tree.kind(path) === 'nothing') return null;
  return problems.some(isBroken) ? undefined : text;
}

/** Whether a file has no text to read. After a byte order mark, it is read all the same. */
function isBroken({ kind }: TextProblem): boolean {
  return kind !== 'byte-order-mark';
}

function readSchemaFile(
  folders: SchemaFolders,
  name: string,
  file: string,
  limits: Limits,
  tree: Tree,
): SchemaFile | undefined {
  const path = schemaFilePath(folders, file);
  if (path === undefined) return undefined;
  const text = tree.read(path, limits.fileSize);
  if (text.problems.length > 0 && tree.kind(path) === 'nothing') return undefined;
  const read = parseSchemaFile(file, name, text, limits);
  return read.problem !== undefined && tree.kind(path) === 'folder' ? { ...read, isFolder: true } : read;
}

/** Parses the text of a schema file or an OpenAPI document; `name` is how findings show it. Without an extension, the text decides between JSON and YAML. */
export function parseSchemaFile(
  file: string,
  name: string,
  { text, problems }: TextFile,
  limits: Limits,
): SchemaFile {
  const broken = problems.filter(isBroken);
  if (broken.length > 0) return unreadable(file, createJsonSource(name, text), broken);
  // A mistake in one place must not leave a whole OpenAPI document unchecked. Only a text with a mistake is searched for what it is.
  let mayBe: 'same' | 'any' | undefined;
  const allowed = () => (mayBe ??= looksLikeOpenApi(text) ? 'any' : 'same');
  const isYaml = /\.ya?ml$/i.test(file) || (!/\.[^/]*$/.test(file) && !/^\s*\{/.test(text));
  const reading = isYaml
    ? readYaml(name, text, { repeats: allowed(), maxDepth: limits.depth })
    : { ...readStrictJson(text, limits.depth), source: createJsonSource(name, text) };
  const { source } = reading;
  // Nearly all files.
  if (!isYaml && reading.problems.length === 0 && problems.length === 0)
    return { file, source, value: reading.value };
  const repeats = [
    ...('repeats' in reading ? (reading.repeats ?? []) : []),
    ...reading.problems.flatMap((problem) => repeatIn(problem, allowed)),
  ];
  const [notJson, others] = [
    reading.problems.filter(isNotJson),
    reading.problems.filter((each) => !isNotJson(each)),
  ];
  const fatal = others.filter(
    (problem) => problem.kind !== 'inexact-number' && repeatIn(problem, allowed).length === 0,
  );
  if (fatal.length > 0) return unreadable(file, source, fatal);
  const { value, exact } = reading;
  const [remark] = problems.map((problem) => problemOf(source, 'byte-order-mark', problem));
  return {
    file,
    source,
    value,
    ...(exact === undefined ? {} : { exact }),
    ...(remark === undefined ? {} : { remark }),
    ...(notJson.length === 0 ? {} : { unread: notJson.map((each) => problemOf(source, 'not-json', each)) }),
    ...(repeats.length === 0 ? {} : { repeats }),
  };
}

function isNotJson({ kind }: TextProblem): boolean {
  return kind === 'not-json';
}

/** A property that is repeated. With the same value it changes nothing, and neither do numbers, which are compared as written. */
function repeatIn(problem: TextProblem, allowed: () => 'same' | 'any'): readonly RepeatedProperty[] {
  return problem.kind === 'duplicate-key' && (problem.isSame || allowed() === 'any') ? [problem] : [];
}

function unreadable(
  file: string,
  source: SchemaFile['source'],
  problems: readonly TextProblem[],
): SchemaFile {
  const [problem] = problems.map((each) => problemOf(source, 'unreadable', each));
  return { file, source, value: undefined, ...(problem === undefined ? {} : { problem }) };
}

function problemOf(
  source: SchemaFile['source'],
  kind: 'unreadable' | 'byte-order-mark' | 'not-json',
  problem: TextProblem,
): SchemaProblem {
  const span = 'span' in problem ? { span: problem.span } : {};
  const pointer = problem.kind === 'not-json' ? { pointer: problem.pointer } : {};
  const place = { file: source.name, ...span, ...pointer };
  return { kind, message: describeTextProblem(problem), place };
}
