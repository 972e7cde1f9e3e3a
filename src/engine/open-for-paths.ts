import { resolve } from 'node:path';

import type { Project } from '../model/project/project';
import { fileOf } from '../model/documents/source';
import { UsageError } from '../model/usage-error';
import { DISK } from '../project/tree/disk-tree';
import { searchManifest } from '../project/manifest/find-manifest';
import { readOnce } from '../project/tree/read-once';
import type { Tree } from '../project/tree/tree';
import { orList, shortList } from '../wording/list-words';
import { schemaSetOf } from './judge/schema-set-of';
import { isOpenApiFile, openDocuments } from './open/open-documents';
import { openProjects, type ManifestsOptions } from './open/open-projects';
import { findWanted } from './part/wanted-files';

/** Which project is checked, by its manifest or by the files that are named. */
export interface PathsOptions extends ManifestsOptions {
  /** Files and folders, relative to the working folder. */
  readonly paths?: readonly string[];
  /** The text of an OpenAPI document, which is checked without a manifest, together with those at `paths`. */
  readonly document?: string | Uint8Array;
  /** Whether OpenAPI documents at `paths` are checked without a manifest, even if one uses them. Default: false. */
  readonly noManifest?: boolean;
  /** Called with each path that has no effect. */
  readonly onWarning?: (message: string) => void;
}

/** Open projects, and which of the paths select in them. */
export interface OpenedForPaths {
  readonly projects: readonly Project[];
  readonly paths: readonly string[];
}

/**
 * Opens the project of each manifest. OpenAPI documents that it does not use are a project of their own, and so are those that are named where
 * there is no manifest. Throws a UsageError if there is neither.
 */
export function openForPaths(options: PathsOptions): OpenedForPaths {
  const { cwd = process.cwd(), paths = [], document, noManifest = false } = options;
  const tree = readOnce(options.tree ?? DISK);
  if (document !== undefined || noManifest) return openAlone({ ...options, tree });
  if (paths.length === 0 || options.manifest !== undefined || options.manifestText !== undefined)
    return { projects: openProjects(options), paths };
  const { found } = searchManifest(cwd);
  const missing = paths.find((path) => tree.kind(resolve(cwd, path)) === 'nothing');
  if (found.length === 0 && missing !== undefined) throw new UsageError(noFile(missing));
  // Without a manifest, a file can only be meant as an OpenAPI document.
  const areFiles = paths.every((path) => tree.kind(resolve(cwd, path)) === 'file');
  if (found.length === 0 && (areFiles || paths.some((path) => isOpenApiFile(path, cwd, tree))))
    return openAlone({ ...options, tree });
  const projects = openProjects(options);
  const unused = projects.reduce<readonly string[]>(
    (left, project) => unusedDocuments(project, left, { cwd, tree }),
    paths,
  );
  const others = paths.filter(
    (path) => !unused.includes(path) && isOnlySchema(path, projects, { cwd, tree }),
  );
  if (others.length > 0)
    options.onWarning?.(
      `the manifest uses only schemas of ${namesOf(others)}, so no examples there are checked: add ${others.length === 1 ? 'it' : 'them'} to \`openapi:\`, or use \`--no-manifest\``,
    );
  if (unused.length === 0) return { projects, paths };
  if (unused.length === paths.length) {
    const names = projects.map(({ manifest }) => manifest.name);
    return openAlone({ ...options, tree, unusedBy: orList(names) });
  }
  options.onWarning?.(
    `the manifest does not use ${namesOf(unused)}: check ${unused.length === 1 ? 'it' : 'them'} alone, with \`--no-manifest\``,
  );
  return { projects, paths: paths.filter((path) => !unused.includes(path)) };
}

function openAlone({
  cwd = process.cwd(),
  paths = [],
  document,
  tree,
  unusedBy,
}: PathsOptions & { readonly tree: Tree; readonly unusedBy?: string }): OpenedForPaths {
  if (paths.length === 0 && document === undefined)
    throw new UsageError(
      'without a manifest, name the OpenAPI documents to check: `samplegate check --no-manifest openapi.yaml`',
    );
  for (const path of paths) assertIsOpenApi(path, cwd, tree);
  const project = openDocuments({
    cwd,
    paths,
    tree,
    ...(document === undefined ? {} : { text: document }),
    ...(unusedBy === undefined ? {} : { unusedBy }),
  });
  return { projects: [project], paths: [] };
}

function assertIsOpenApi(path: string, cwd: string, tree: Tree): void {
  const kind = tree.kind(resolve(cwd, path));
  if (kind === 'nothing') throw new UsageError(noFile(path));
  if (kind === 'folder')
    throw new UsageError(`\`${path}\` is a folder: name the OpenAPI documents in it, such as openapi.yaml`);
  if (!isOpenApiFile(path, cwd, tree))
    throw new UsageError(
      `\`${path}\` is not an OpenAPI document, and anything else is checked only with a manifest, or against a schema: \`samplegate check --schema FILE ${path}\``,
    );
}

function noFile(path: string): string {
  return `there is no file \`${path}\`: create it, or fix the path`;
}

/** The OpenAPI documents, by path, that bring nothing in a project. */
function unusedDocuments(
  project: Project,
  paths: readonly string[],
  { cwd, tree }: { readonly cwd: string; readonly tree: Tree },
): readonly string[] {
  const known = new Set(
    [project.manifest.name, ...project.samples.map(({ document: { source } }) => fileOf(source))].map(
      (name) => resolve(cwd, name),
    ),
  );
  const documents = paths.filter((path) => !known.has(resolve(cwd, path)) && isOpenApiFile(path, cwd, tree));
  return documents.length === 0 ? [] : findWanted(project, schemaSetOf(project), documents, cwd).idle;
}

/** Whether a path leads to an OpenAPI document whose operations no project has. A manifest or a sample is none. */
function isOnlySchema(
  path: string,
  projects: readonly Project[],
  { cwd, tree }: { readonly cwd: string; readonly tree: Tree },
): boolean {
  const absolute = resolve(cwd, path);
  const isKnown = ({ manifest, openApi, samples }: Project) =>
    resolve(cwd, manifest.name) === absolute ||
    openApi.documents.some(({ file }) => resolve(cwd, file.source.name) === absolute) ||
    samples.some(({ document: { source } }) => resolve(cwd, fileOf(source)) === absolute);
  return !projects.some(isKnown) && isOpenApiFile(path, cwd, tree);
}

function namesOf(paths: readonly string[]): string {
  return shortList(paths.map((path) => `\`${path}\``));
}
