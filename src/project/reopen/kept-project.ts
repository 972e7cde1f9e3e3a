import { resolve } from 'node:path';

import type { Sample } from '../../model/contracts/contract';
import type { Document, KnownDocument } from '../../model/documents/document';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { Place, TokenRange } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import type { Source } from '../../model/documents/source';
import { createJsonSource } from '../../text/json/json-source';
import { fileFormOf } from '../../text/parse-documents';
import { createTextSource } from '../../text/text-source';
import { DISK } from '../tree/disk-tree';
import { readDocument, SAMPLES_ORIGIN } from '../samples/load-samples';
import { referenceSettings } from '../schemas/map-references';
import { openSchemaFolders } from '../schemas/open-schema-files';
import { readDataFile } from '../tree/read-data-file';
import type { Tree } from '../tree/tree';
import { lazyDocument, lazySource } from '../samples/lazy-document';

type Lazy = 'manifest' | 'samples' | 'schemas' | 'facts' | 'factSources' | 'openApi';

/** A project without its texts, as plain data. It is the same as long as everything that was read to open it is. */
export interface KeptProject {
  readonly project: Omit<Project, Lazy>;
  /** The name of the manifest. */
  readonly manifest: string;
  readonly samples: readonly (Omit<Sample, 'document'> & { readonly name: string })[];
  readonly schemaFiles: readonly string[];
  /** Whether symbolic links below the folders of schemas lead to other files. */
  readonly hasLinks: boolean;
}

/** A project as plain data; undefined for one that depends on what is in its samples, or has facts or OpenAPI documents. */
export function keepProject(project: Project): KeptProject | undefined {
  const { manifest, samples, schemas, facts, factSources, openApi, ...rest } = project;
  if (
    project.reading === undefined ||
    project.reading.dependsOnSamples ||
    facts.length + factSources.length + openApi.documents.length + openApi.problems.length > 0 ||
    samples.some(({ path, document }) => fileFormOf(path) !== 'json' || isUnreadable(document))
  )
    return undefined;
  return {
    project: rest,
    manifest: manifest.name,
    samples: samples.map(({ document, ...sample }) => ({ ...sample, name: document.source.name })),
    schemaFiles: schemas.list(),
    hasLinks: schemas.hasLinks?.() === true,
  };
}

/** A document of which something is known was read, and is not read for its problems. */
function isUnreadable(document: Document): boolean {
  return document.known === undefined && document.problems.some(({ kind }) => kind === 'unreadable');
}

/** The absolute path of the file of a sample. */
export function sampleFile({ name }: { readonly name: string }, cwd: string): string {
  return resolve(cwd, name);
}

/** What is known of the files of a project that are as they were. */
export interface KnownFiles {
  readonly document: (name: string) => KnownDocument | undefined;
  /** The range of a place in the manifest. */
  readonly rangeInManifest: (place: Place) => TokenRange | undefined;
  /** Whether a schema file is plain JSON without problems. */
  readonly isPlainSchema: (file: string) => boolean;
}

/** Opens a kept project again. Its files are read when they are needed. */
export function reopenProject(
  { project, manifest, samples, schemaFiles }: KeptProject,
  known: KnownFiles,
  cwd: string,
): Project {
  const { folders, limits, reading } = project;
  const settings = { ...limits, ...(reading === undefined ? {} : { json: reading.json }) };
  const schemas = openSchemaFolders(folders.schemas, {
    cwd,
    tree: DISK,
    limits,
    documents: [],
    references: referenceSettings(folders.project, reading ?? { references: [] }),
  });
  return {
    ...project,
    manifest: lazySource(manifest, () => manifestSource(manifest, cwd), known.rangeInManifest),
    samples: samples.map(({ name, ...sample }) => ({
      ...sample,
      document: lazyDocument(
        { name, kind: 'sample', origin: SAMPLES_ORIGIN },
        () => readDocument(sampleFile({ name }, cwd), name, settings),
        known.document(name),
      ),
    })),
    schemas: { ...schemas, list: () => schemaFiles, get: lazily(schemas, known) },
    facts: [],
    factSources: [],
    openApi: { documents: [], problems: [] },
  };
}

/** The disk, for opening a project of which an earlier run knew most files. These are read when they are needed. */
export function knownTree(known: Pick<KnownFiles, 'isPlainSchema'>): Tree {
  return {
    ...DISK,
    keptSchemas: (_manifest, _inputs, open) => {
      const schemas = open(DISK);
      return { ...schemas, get: lazily(schemas, known) };
    },
  };
}

/** It is known to be right, so that JSON need not be parsed. */
function manifestSource(name: string, cwd: string): Source {
  const file = resolve(cwd, name);
  return file.endsWith('.json')
    ? createJsonSource(name, DISK.read(file, DEFAULT_LIMITS.fileSize).text)
    : readDataFile(DISK, cwd, file, 'manifest').source;
}

/** Gives plain schema files without reading them. */
function lazily(
  schemas: SchemaFiles,
  { isPlainSchema }: Pick<KnownFiles, 'isPlainSchema'>,
): SchemaFiles['get'] {
  const given = new Map<string, SchemaFile>();
  return (file) => {
    if (!isPlainSchema(file)) return schemas.get(file);
    const name = schemas.nameOf?.(file) ?? file;
    const lazy = given.get(file) ?? {
      file,
      source: lazySource(name, () => schemas.get(file)?.source ?? createTextSource(name, '')),
      get value() {
        return schemas.get(file)?.value;
      },
    };
    given.set(file, lazy);
    return lazy;
  };
}
