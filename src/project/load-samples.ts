import { join } from 'node:path';

import type { Claim, Sample } from '../model/contract';
import type { Document } from '../model/document';
import type { Limits } from '../model/limits';
import type { TextProblem } from '../model/text-problem';
import { createJsonSource } from '../text/json/json-source';
import { parseDocument } from '../text/parse-document';
import { displayPath } from './file-path';
import type { OddFile } from './list-files';
import { versionFolder } from './match-samples';
import { readTextFile } from './read-text-file';

/** The origin of all samples: together they are one tree. */
const SAMPLES = 'samples';

/** A sample's place on disk, before it is read. */
export interface SamplePath {
  /** Relative to its sample root. */
  readonly path: string;
  readonly absolute: string;
  /** Its path as findings show it. */
  readonly name: string;
  /** Why it cannot be read, when the listing already shows that. */
  readonly odd?: OddFile;
}

/** Reads a JSON document from a file. Everything that is wrong with the file is in its problems; nothing is thrown. */
export function readDocument(absolute: string, name: string, limits: Limits): Document {
  const { text, problems } = readTextFile(absolute, limits.fileSize);
  return parseDocument({ name, kind: 'sample', origin: SAMPLES }, text, limits, problems);
}

function brokenDocument(name: string, problems: readonly TextProblem[]): Document {
  return {
    source: createJsonSource(name, ''),
    kind: 'sample',
    origin: SAMPLES,
    value: undefined,
    problems,
  };
}

/** Reads every sample, and adds the claims of contracts to it. */
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

/** The paths of a listing as samples: every file that a pattern may claim, and the odd files. */
export function samplePaths(
  root: string,
  files: readonly string[],
  odd: readonly OddFile[],
  cwd: string,
): readonly SamplePath[] {
  const place = (path: string) => {
    const absolute = join(root, path);
    return { path, absolute, name: displayPath(cwd, absolute) };
  };
  return [...files.map(place), ...odd.map((file) => ({ ...place(file.path), odd: file }))];
}
