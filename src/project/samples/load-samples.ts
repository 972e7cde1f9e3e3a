import { resolve } from 'node:path';

import type {
  Claim,
  Contract,
  MissingPart,
  Sample,
  SampleFile,
  SamplePattern,
  UnmatchedPattern,
} from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { Limits } from '../../model/project/limits';
import { documentName, partOf } from '../../model/documents/source';
import type { TextProblem } from '../../model/documents/text-problem';
import { createJsonSource } from '../../text/json/json-source';
import type { JsonLeniency } from '../../text/json/lenient-json';
import { parseDocument, type DocumentIdentity } from '../../text/parse-document';
import { blockReader, parseDocuments, fileFormOf } from '../../text/parse-documents';
import { showPathsBelow } from '../disk/file-path';
import { versionFolder } from './find-samples';
import type { FileListing, OddFile } from '../disk/list-files';
import { DISK } from '../tree/disk-tree';
import { claimedParts, type ClaimedDocument } from './sample-parts';
import type { Tree } from '../tree/tree';

/** The origin of all samples: together they are one tree. */
export const SAMPLES_ORIGIN = 'samples';

/** A sample's place in its tree, before it is read. */
export interface SamplePath extends SampleFile {
  /** The absolute path of the folder that `path` is relative to. */
  readonly root: string;
  /** Its path as findings show it. */
  readonly name: string;
  /** Why it cannot be read, when the listing already shows that. */
  readonly odd?: OddFile;
}

/** The absolute path of a file. It is found when it is needed: there may be a hundred thousand files, and each is read once. */
export function absolutePath({ root, path }: Pick<SamplePath, 'root' | 'path'>): string {
  return resolve(root, path);
}

/** Reads a JSON document from a file. Everything that is wrong with the file is in its problems; nothing is thrown. */
export function readDocument(
  absolute: string,
  name: string,
  options: Limits & Pick<SampleOptions, 'json'>,
): Document {
  const { text, problems } = DISK.read(absolute, options.fileSize);
  return parseDocument({ name, kind: 'sample', origin: SAMPLES_ORIGIN }, text, options, problems);
}

function brokenDocument(name: string, problems: readonly TextProblem[]): Document {
  return {
    source: createJsonSource(name, ''),
    kind: 'sample',
    origin: SAMPLES_ORIGIN,
    value: undefined,
    problems,
  };
}

/** How samples are read. */
export interface SampleOptions extends Limits {
  readonly json?: JsonLeniency;
  readonly tree: Pick<Tree, 'read' | 'knownDocument'>;
}

/** The samples in files, and the patterns that name a part of a file which is not there. */
export interface LoadedSamples {
  readonly samples: readonly Sample[];
  readonly withoutPart: readonly UnmatchedPattern[];
}

/** Reads every sample, and adds the claims of contracts to it, or the schemas that it would need for one. A file has several where they are parts of it. */
export function loadSamples(
  files: readonly SamplePath[],
  claims: ReadonlyMap<SamplePath, readonly Claim[]>,
  missing: ReadonlyMap<SamplePath, readonly string[]>,
  options: SampleOptions,
): LoadedSamples {
  const found = new Set<SamplePattern>();
  const misses = new Map<SamplePattern, { readonly contract: Contract; readonly without: MissingPart[] }>();
  const samples = files.flatMap((file): readonly Sample[] => {
    const { path } = file;
    const folder = versionFolder(path);
    const ofFile = claims.get(file) ?? [];
    const missingSchemas = missing.get(file);
    const documentsOf = readSample(file, options);
    const parts =
      ofFile.length === 0
        ? {
            claimed: documentsOf(undefined).map((document): ClaimedDocument => ({
              document,
              claims: ofFile,
            })),
            misses: [],
          }
        : claimedParts(documentsOf, ofFile, options);
    for (const { claims: own } of parts.claimed) for (const { pattern } of own) found.add(pattern);
    for (const { claim, missing: part } of parts.misses) {
      const { contract, pattern } = claim;
      const known = misses.get(pattern) ?? { contract, without: [] };
      known.without.push({ path, ...part });
      misses.set(pattern, known);
    }
    return parts.claimed.map(({ document, claims: own, lacks }) => ({
      path: documentName({ file: path, ...partOf(document.source) }),
      document,
      claims: own,
      ...(missingSchemas === undefined ? {} : { missingSchemas }),
      ...(lacks === undefined ? {} : { lacks }),
      ...(folder === undefined ? {} : { folder }),
    }));
  });
  return {
    samples,
    withoutPart: [...misses].flatMap(([pattern, { contract, without }]) => {
      // A pattern for Markdown names many files, and only some of them have such blocks.
      const left = found.has(pattern) ? without.filter(({ reason }) => reason !== 'no-block') : without;
      return left.length === 0 ? [] : [{ contracts: [contract], pattern, without: left }];
    }),
  };
}

/** Reads a file once, and gives the blocks of it whose info string contains a text, or its documents where no text is given. */
export function readSample(
  file: Omit<SamplePath, 'local'>,
  options: SampleOptions,
): (fence: string | undefined) => readonly Document[] {
  const { path, name, odd } = file;
  if (odd !== undefined) {
    const broken = brokenDocument(name, [{ kind: 'unreadable', reason: odd.reason, remedy: odd.remedy }]);
    return () => [broken];
  }
  const identity: DocumentIdentity = { name, kind: 'sample', origin: SAMPLES_ORIGIN };
  const known = fileFormOf(path) === 'json' ? options.tree.knownDocument?.(name) : undefined;
  if (known !== undefined) {
    const { read } = options.tree;
    const blocksOf = (fence: string) => readSample(file, { ...options, tree: { read } })(fence);
    return (fence) => (fence === undefined ? [known] : blocksOf(fence));
  }
  const { text, problems } = options.tree.read(absolutePath(file), options.fileSize);
  const isReadable = problems.every(({ kind }) => kind === 'byte-order-mark');
  let documents: readonly Document[] | undefined;
  const blocksOf = blockReader(identity, text, options, problems);
  return (fence) => {
    if (fence !== undefined && isReadable) return blocksOf(fence);
    documents ??= parseDocuments(identity, text, options, { form: fileFormOf(path), problems });
    return documents;
  };
}

/** The paths of a listing as samples: every file that a pattern may claim, and the odd files. `folder` is that of the manifest. */
export function samplePaths(
  root: string,
  { files, odd }: Pick<FileListing, 'files' | 'odd'>,
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
): readonly SamplePath[] {
  const [localOf, nameOf] = [showPathsBelow(folder, root), showPathsBelow(cwd, root)];
  const place = (path: string) => {
    const local = localOf(path);
    return { path, root, local, name: folder === cwd ? local : nameOf(path) };
  };
  return [...files.map(place), ...odd.map((file) => ({ ...place(file.path), odd: file }))];
}
