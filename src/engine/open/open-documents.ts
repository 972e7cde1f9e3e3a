import { basename, dirname, extname, relative, resolve } from 'node:path';

import { uniqueBy } from '../../model/group-by';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { SchemaFiles } from '../../model/project/schema-files';
import type { Project } from '../../model/project/project';
import { UsageError } from '../../model/usage-error';
import { looksLikeOpenApi } from '../../openapi/looks-like-open-api';
import { displayPath } from '../../project/disk/file-path';
import { repositoryFolder } from '../../project/disk/repository-folder';
import { MANIFEST_NAMES } from '../../project/manifest/find-manifest';
import type { ManifestOpenApi } from '../../project/manifest/manifest';
import { openSchemaFolders, parseSchemaFile } from '../../project/schemas/open-schema-files';
import { withOpenApi } from '../../project/openapi/expand-project';
import { wrongDocument } from '../../project/openapi/read-documents';
import { belowFolder, schemaFoldersOf } from '../../project/schemas/schema-folders';
import type { Tree } from '../../project/tree/tree';
import { decodeText } from '../../text/decode';
import { createTextSource } from '../../text/text-source';

/** OpenAPI documents to check without a manifest. */
export interface DocumentsToOpen {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** What reads them. */
  readonly tree: Tree;
  /** A document in memory, which is shown as `<stdin>`. Its references are relative to the working folder. */
  readonly text?: string | Uint8Array;
  /** The name of the manifest above that does not use them. */
  readonly unusedBy?: string;
}

const STDIN = '<stdin>';

/** The name in place of a manifest's. */
const NO_MANIFEST = '<openapi>';

/** Whether a project was opened without a manifest. */
export function isWithoutManifest({ manifest }: Pick<Project, 'manifest'>): boolean {
  return manifest.name === NO_MANIFEST;
}

/** Opens OpenAPI documents as a project whose manifest names only them. Throws a UsageError for a file that only looks like one. */
export function openDocuments({ cwd, paths, tree, text, unusedBy }: DocumentsToOpen): Project {
  const files = uniqueBy(
    [...paths, ...(text === undefined ? [] : [STDIN])].map((path) => resolve(cwd, path)),
    (file) => file,
  );
  const openApi = entriesFor(files, cwd);
  const folders = schemaFoldersOf({ schemas: [], references: [], openApi }, cwd, tree);
  const opened = openSchemaFolders(folders, {
    cwd,
    limits: DEFAULT_LIMITS,
    tree,
    references: { map: () => undefined, folder: cwd },
    documents: files,
  });
  const inMemory = belowFolder(folders.base, resolve(cwd, STDIN));
  const parsed =
    text === undefined
      ? undefined
      : parseSchemaFile(
          inMemory,
          STDIN,
          typeof text === 'string' ? { text, problems: [] } : decodeText(Buffer.from(text)),
          DEFAULT_LIMITS,
        );
  const isInRepository = files.some((file) => repositoryFolder(dirname(file)) !== undefined);
  const schemas: SchemaFiles = {
    ...opened,
    within: isInRepository ? 'repository' : 'folder',
    ...(parsed === undefined ? {} : { get: (file) => (file === inMemory ? parsed : opened.get(file)) }),
  };
  for (const file of files) {
    const document = schemas.get(belowFolder(folders.base, file));
    const wrong = document === undefined ? undefined : wrongDocument(document, document.source.name);
    if (wrong !== undefined) throw new UsageError(wrong);
  }
  // Everything that the result depends on besides the files is in the text, as in that of a manifest.
  const manifest = createTextSource(NO_MANIFEST, JSON.stringify({ files, unusedBy }));
  const project: Project = {
    manifest,
    folders: { project: cwd, samples: [], schemas: folders, types: cwd },
    openApi: { documents: [], problems: [] },
    contracts: [],
    templates: [],
    samples: [],
    unmatched: [],
    schemas,
    facts: [],
    factSources: [],
    formats: {},
    unicodePatterns: true,
    limits: DEFAULT_LIMITS,
    rules: {},
    keywords: [],
  };
  const expanded = withOpenApi(
    project,
    { manifest: { openApi, limits: DEFAULT_LIMITS }, source: manifest, folder: cwd },
    cwd,
    tree,
  );
  return {
    ...expanded,
    openApi: { ...expanded.openApi, ...(unusedBy === undefined ? {} : { unusedBy }) },
  };
}

/** Several documents may have contracts of one name, so their names begin with that of the file. */
function entriesFor(files: readonly string[], cwd: string): readonly ManifestOpenApi[] {
  const paths = files.map((file) => displayPath(cwd, file));
  const names = paths.map((path) => basename(path, extname(path)));
  const withFolders = paths.map((path, index) => `${dirname(path)}/${names[index]}`);
  // Two files may differ only in their extension.
  const prefixes = [names, withFolders].find((each) => new Set(each).size === each.length) ?? paths;
  return files.map((file, index) => {
    const prefix = prefixes[index];
    return {
      pointer: '',
      document: { value: relative(cwd, file), pointer: '' },
      ...(files.length === 1 || prefix === undefined ? {} : { prefix }),
    };
  });
}

/** Whether a path leads to a file that may be an OpenAPI document. A manifest may name such documents, and is none itself. */
export function isOpenApiFile(
  path: string,
  cwd: string,
  { kind, read }: Pick<Tree, 'kind' | 'read'>,
): boolean {
  const absolute = resolve(cwd, path);
  if (MANIFEST_NAMES.includes(basename(absolute)) || kind(absolute) !== 'file') return false;
  const { text, problems } = read(absolute, DEFAULT_LIMITS.fileSize);
  // Read as UTF-8, every other character of UTF-16 is U+0000, and its byte order mark is wrong.
  const isUtf16 = problems.some((problem) => problem.kind === 'utf-16');
  return looksLikeOpenApi(isUtf16 ? text.replaceAll(/[\0\uFFFD]/g, '') : text);
}
