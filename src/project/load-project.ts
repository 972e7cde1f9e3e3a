import { join, resolve } from 'node:path';

import { pointerTokens } from '../model/json/json-pointer';
import type { Claim } from '../model/contracts/contract';
import { parseMicroversion } from '../model/versions/microversion';
import type { Document } from '../model/documents/document';
import type { Place } from '../model/documents/place';
import type { Project, UnreadFiles } from '../model/project/project';
import { UsageError } from '../model/usage-error';
import { fileFormOf } from '../text/parse-documents';
import type { FileKind } from './disk/file-kind';
import { displayPath, isBelow } from './disk/file-path';
import { claimSamples } from './claim-samples';
import { findIdleGlobs } from './contracts/idle-globs';
import { createIgnore } from './contracts/ignored-files';
import { isJsonPath } from './disk/list-files';
import { listEverything, selectSamples } from './samples/list-samples';
import { loadFacts } from './load-facts';
import type { ManifestReading } from './load-manifest';
import { absolutePath, loadSamples, samplePaths, type SamplePath } from './samples/load-samples';
import type { At } from './manifest/manifest';
import { referenceSettings } from './schemas/map-references';
import { markExcluded } from './samples/match-samples';
import { openSchemaFolders } from './schemas/open-schema-files';
import { refuseMistakes } from './manifest/refuse-mistakes';
import { findSamePaths } from './contracts/same-paths';
import { schemaFoldersOf } from './schemas/schema-folders';
import { createSchemaNaming } from './schemas/schema-naming';
import { schemasInUse } from './schemas/schemas-in-use';
import { takeNamedSchemas } from './schemas/take-named-schemas';
import type { Tree } from './tree/tree';

type ReadyManifest = Extract<ManifestReading, { kind: 'ready' }>;

/** Discovers, loads and matches everything that a manifest refers to. Throws a UsageError when a folder it names does not exist. */
export function loadProject(ready: ReadyManifest, cwd: string, tree: Tree): Project {
  const { manifest, source, file, folder } = ready;
  const schemaFolders = schemaFoldersOf(manifest, folder, tree);
  const references = {
    references: manifest.references.map(({ url, target }) => ({ url, target: target.value })),
    ...(manifest.refBase === undefined ? {} : { refBase: join(folder, manifest.refBase.value) }),
  };
  const openSchemas = (from: Tree) =>
    openSchemaFolders(schemaFolders, {
      cwd,
      tree: from,
      limits: manifest.limits,
      documents: manifest.openApi.map(({ document }) => resolve(folder, document.value)),
      references: referenceSettings(folder, references),
    });
  const schemas =
    tree.keptSchemas?.(file, JSON.stringify([source.name, source.text, schemaFolders]), openSchemas) ??
    openSchemas(tree);
  const base = parseMicroversion(manifest.baseMicroversion ?? '');
  const hasContracts = manifest.contracts.length > 0;
  // With only facts or OpenAPI documents, there need not be samples and schemas in files.
  const needsFolders = hasContracts && manifest.openApi.length === 0;
  const sampleRoots = manifest.samples
    .filter((path) => needsFolders || !isMissingDefault(ready, path, tree))
    .map((path) => ({ path, ...openFolder(ready, path, cwd, tree) }));
  const ofProject = {
    project: folder,
    manifests: [file, ...manifest.openApi.map(({ document }) => resolve(folder, document.value))],
    schemas: [...schemaFolders.roots, ...schemaFolders.others],
  };
  const listings = sampleRoots.map(({ absolute }) => ({
    absolute,
    all: listEverything(absolute, tree),
  }));
  const listed = listings.flatMap(({ absolute, all }) =>
    samplePaths(absolute, selectSamples(absolute, all, ofProject), { folder, cwd }),
  );
  for (const path of [...manifest.schemas, ...(manifest.refBase === undefined ? [] : [manifest.refBase])])
    if (needsFolders || !isMissingDefault(ready, path, tree)) openFolder(ready, path, cwd, tree);
  // Globs may also match files that are never samples.
  let everything: readonly SamplePath[] | undefined;
  const allFiles = () =>
    (everything ??= listings.flatMap(({ absolute, all }) => samplePaths(absolute, all, { folder, cwd })));
  const isIgnored = createIgnore(manifest.ignore.map(({ value }) => value));
  const files = listed.filter((place) => !isIgnored(place));
  const matched = claimSamples(ready, schemas, files, base, tree);
  const { templates, claims, missing, unmatched } = matched;
  const ofFacts = new Set(
    manifest.facts.flatMap(({ places }) =>
      places.flatMap((place) => (place.kind === 'sample' ? [place.sample, fileOfName(place.sample)] : [])),
    ),
  );
  // In a folder of samples that is inside a folder of schemas, the schemas in use are not samples, unless a contract claims them.
  const isShared = sampleRoots.some(({ absolute }) =>
    schemaFolders.roots.some((root) => isBelow(root, resolve(absolute))),
  );
  const inUse = isShared ? schemasInUse(matched.contracts, schemas) : undefined;
  const candidates = files.filter(
    (each) => inUse?.has(each.name) !== true || (claims.get(each)?.length ?? 0) > 0 || ofFacts.has(each.path),
  );
  // Every JSON file is a sample. Another file is a sample only when a contract claims it. Without contracts, only facts name samples.
  const claimed = candidates.filter((each) =>
    hasContracts
      ? each.odd !== undefined ||
        isJsonPath(each.path) ||
        (claims.get(each)?.length ?? 0) > 0 ||
        missing.has(each)
      : ofFacts.has(each.path),
  );
  const named = new Set([
    ...ofFacts,
    ...matched.contracts.flatMap(({ live }) => live.flatMap(({ sample }) => sample ?? [])),
  ]);
  refuseMistakes(source, findSamePaths(sampleRoots, claimed, claims, named));
  const reading = { ...manifest.limits, json: manifest.json, tree };
  const { samples: loaded, withoutPart } = loadSamples(claimed, claims, missing, reading);
  const { contracts, samples } = takeNamedSchemas(
    {
      contracts: matched.contracts,
      samples: tree.knownSample === undefined ? loaded : loaded.map(tree.knownSample),
    },
    createSchemaNaming(schemaFolders.base, schemas, cwd, tree),
  );
  let paths: ReadonlySet<string> | undefined;
  const isSample = (path: string) => (paths ??= new Set(samples.map((each) => each.path))).has(path);
  // A fact may be in a file of which only parts are samples.
  const wholes = loadSamples(
    files.filter(({ path, odd }) => odd === undefined && ofFacts.has(path) && !isSample(path)),
    new Map(),
    new Map(),
    reading,
  ).samples.filter(({ path }) => !isSample(path));
  const input = {
    facts: manifest.facts,
    samples: [...samples, ...wholes],
    folder,
    manifest: source.name,
    cwd,
    limits: manifest.limits,
    tree,
  };
  const { facts, sources } = loadFacts(input);
  return {
    manifest: source,
    folders: {
      project: folder,
      samples: sampleRoots.map(({ absolute }) => absolute),
      schemas: schemaFolders,
      types: join(folder, manifest.types.value),
    },
    ...(manifest.service === undefined ? {} : { service: manifest.service }),
    ...(manifest.legacyHeader === undefined ? {} : { legacyHeader: manifest.legacyHeader }),
    ...(manifest.baseUrl === undefined ? {} : { baseUrl: manifest.baseUrl.value.replace(/\/*$/, '/') }),
    ...(base === undefined ? {} : { baseMicroversion: base }),
    openApi: { documents: [], problems: [] },
    contracts,
    samples,
    unmatched: [
      ...markExcluded(
        markExcluded(
          // A live request may name a part, which is known only after the file is read.
          unmatched.filter(({ pattern }) => !isSample(pattern.pattern)),
          'schemas',
          () =>
            allFiles().filter((each) =>
              schemaFolders.roots.some((root) => isBelow(root, absolutePath(each))),
            ),
        ),
        'ignore',
        () => listed.filter(isIgnored),
      ),
      ...withoutPart,
    ],
    idleGlobs: findIdleGlobs(manifest, source.name, {
      schemas: () => schemas.list().map((each) => schemas.shortPath?.(each) ?? each),
      samples: allFiles,
    }),
    ...(hasContracts ? { unread: unreadFiles(candidates, claims) } : {}),
    templates,
    schemas,
    facts,
    factSources: [...sources, ...wholes.map(({ document }) => document.source)],
    formats: manifest.formats,
    unicodePatterns: manifest.unicodePatterns,
    keywords: manifest.keywords.map(({ value }) => value),
    limits: manifest.limits,
    rules: manifest.rules,
    reading: {
      json: manifest.json,
      ...references,
      dependsOnSamples:
        matched.contracts.some(({ schemaFrom }) => schemaFrom !== undefined) ||
        samples.some(({ document, claims: own }) => isPart(document) || own.some(selectsPart)) ||
        manifest.facts.length > 0,
    },
  };
}

function isPart({ source }: Document): boolean {
  return source.part !== undefined;
}

function selectsPart({ pattern }: Claim): boolean {
  return pattern.select !== undefined;
}

function unreadFiles(
  files: readonly SamplePath[],
  claims: ReadonlyMap<SamplePath, readonly Claim[]>,
): UnreadFiles {
  const left = files.filter((file) => file.odd === undefined && (claims.get(file) ?? []).length === 0);
  const namesOf = (...forms: readonly string[]) =>
    left.filter(({ path }) => forms.includes(fileFormOf(path))).map(({ name }) => name);
  return { unnamed: namesOf('yaml', 'lines'), toml: namesOf('toml') };
}

/** The file of a line, document or block, from the name of the part. */
function fileOfName(name: string): string {
  return name.replace(/ \((?:line|document|block) \d+\)$/, '');
}

/** A folder that the manifest names and that exists. */
interface OpenFolder {
  readonly absolute: string;
  /** Its path as findings show it. */
  readonly name: string;
}

type Folders = Pick<ReadyManifest, 'folder' | 'source'>;

function openFolder(folders: Folders, path: At<string>, cwd: string, tree: Pick<Tree, 'kind'>): OpenFolder {
  const { source, folder } = folders;
  const absolute = join(folder, path.value);
  const name = displayPath(cwd, absolute);
  const kind = tree.kind(absolute);
  if (kind === 'folder') return { absolute, name };
  const message = `the folder \`${name}\` of \`${pointerTokens(path.pointer)[0]}:\` ${WHY_NOT_OPEN[kind]}, or name another folder in the manifest`;
  const isDefault = isDefaultFolder(folders, path);
  throw new UsageError(
    isDefault ? message : 'the manifest is wrong, so nothing was checked',
    isDefault ? [] : [{ place: placeOf(folders, path), message }],
    source,
  );
}

/** A manifest with only OpenAPI documents, or with facts in the code, needs no samples and no schemas. */
function isMissingDefault(folders: Folders, path: At<string>, tree: Pick<Tree, 'kind'>): boolean {
  return isDefaultFolder(folders, path) && tree.kind(join(folders.folder, path.value)) === 'nothing';
}

/** A default folder has no place in the manifest. */
function isDefaultFolder(folders: Folders, path: At<string>): boolean {
  const [range] = folders.source.locate([placeOf(folders, path)]);
  return range === undefined || range.end.offset === 0;
}

function placeOf({ source }: Folders, { pointer }: At<string>): Place {
  return { file: source.name, pointer, token: 'value' };
}

const WHY_NOT_OPEN: Readonly<Record<Exclude<FileKind, 'folder'>, string>> = {
  nothing: 'does not exist: create it',
  file: 'is a file: put a folder in its place',
  special: 'is not a folder: put a folder in its place',
  loop: 'is a loop of symbolic links: fix the links',
  locked: 'cannot be opened: make it readable',
};
