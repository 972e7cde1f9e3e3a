import { join } from 'node:path';

import type { Claim, Sample } from '../model/contract';
import type { Document } from '../model/document';
import type { Limits } from '../model/limits';
import type { TextProblem } from '../model/text-problem';
import { createJsonSource } from '../text/json-source';
import { readStrictJson } from '../text/strict-json';
import type { OddFile } from './list-files';
import { versionFolder } from './match-samples';
import { readTextFile } from './read-text-file';

/** A sample's place on disk, before it is read. */
export interface SamplePath {
  /** Relative to its sample root. */
  readonly path: string;
  readonly absolute: string;
  /** As findings name it. */
  readonly name: string;
  /** Why it cannot be read, when the listing shows it. */
  readonly odd?: OddFile;
}

/** Reads a JSON document from a file; whatever is wrong with the file is among its problems. */
export function readDocument(absolute: string, name: string, limits: Limits): Document {
  const { text, problems } = readTextFile(absolute, limits.fileSize);
  return parseDocument(name, text, 'sample', limits, problems);
}

/** A document from a text that is already in memory; `problems` are those of reading it. */
export function parseDocument(
  name: string,
  text: string,
  kind: Document['kind'],
  limits: Limits,
  problems: readonly TextProblem[] = [],
): Document {
  // A text that could not be decoded or read has nothing to parse; a mere byte order mark does not stop us.
  const isReadable = problems.every((problem) => problem.kind === 'byte-order-mark');
  const reading = isReadable ? readStrictJson(text, limits.depth) : { value: undefined, problems: [] };
  return {
    source: createJsonSource(name, text),
    kind,
    origin: 'samples',
    value: reading.value,
    problems: [...problems, ...reading.problems],
  };
}

function brokenDocument(name: string, problems: readonly TextProblem[]): Document {
  return {
    source: createJsonSource(name, ''),
    kind: 'sample',
    origin: 'samples',
    value: undefined,
    problems,
  };
}

/** Reads every sample, with the claims that contracts lay to it. */
export function loadSamples(
  paths: readonly SamplePath[],
  claims: ReadonlyMap<string, readonly Claim[]>,
  limits: Limits,
): readonly Sample[] {
  return paths.map(({ path, absolute, name, odd }) => {
    const folder = versionFolder(path);
    return {
      path,
      document:
        odd === undefined
          ? readDocument(absolute, name, limits)
          : brokenDocument(name, [{ kind: 'unreadable', reason: odd.reason, remedy: odd.remedy }]),
      claims: claims.get(path) ?? [],
      ...(folder === undefined ? {} : { folder }),
    };
  });
}

/** The paths of a listing as samples: every file that a pattern may claim, and what is no file. */
export function samplePaths(
  root: { readonly absolute: string; readonly name: string },
  files: readonly string[],
  odd: readonly OddFile[],
): readonly SamplePath[] {
  const place = (path: string) => ({
    path,
    absolute: join(root.absolute, path),
    name: root.name === '.' ? path : `${root.name}/${path}`,
  });
  return [...files.map(place), ...odd.map((file) => ({ ...place(file.path), odd: file }))];
}
