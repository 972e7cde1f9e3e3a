import { join, resolve } from 'node:path';

import type { Document } from '../model/document';
import { compareText } from '../model/finding';
import { DEFAULT_LIMITS } from '../model/limits';
import { UsageError } from '../model/usage-error';
import { mayBeVersions } from '../model/versions-document';
import { fileKind } from '../project/file-kind';
import { displayPath } from '../project/file-path';
import { isJsonPath, listFiles } from '../project/list-files';
import { readDocument } from '../project/load-samples';
import { decodeText } from '../text/decode';
import { parseDocument } from '../text/parse-document';
import type { Io } from './io';

/** What a file, a folder or `-` holds of versions documents. */
export interface VersionsOperand {
  readonly documents: readonly Document[];
  /** Files of a folder that are no versions documents. */
  readonly skipped: readonly string[];
  readonly isFolder: boolean;
}

/** Reads the versions documents that an operand names. Throws a UsageError where it cannot be read, or is a folder without one. */
export async function readVersionsOperand(path: string, io: Io): Promise<VersionsOperand> {
  if (path === '-') {
    const { text, problems } = decodeText(await io.readStdin());
    return {
      documents: [
        parseDocument({ name: '<stdin>', kind: 'stdin', origin: 'samples' }, text, DEFAULT_LIMITS, problems),
      ],
      skipped: [],
      isFolder: false,
    };
  }
  const absolute = resolve(io.cwd, path);
  if (fileKind(absolute) === 'folder') return readFolder(absolute, path, io);
  const document = readDocument(absolute, displayPath(io.cwd, absolute), DEFAULT_LIMITS);
  const [problem] = document.problems;
  if (problem?.kind === 'unreadable') {
    // What a browser takes for a host, the file system takes for a file.
    const isHost =
      /^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?(\/.*)?$|^[\w-]+:\d+/.test(path) && !isJsonPath(path);
    const hint = isHost ? `; if it is a service, did you mean \`http://${path}\`?` : '';
    throw new UsageError(`\`${path}\` cannot be read: ${problem.reason}${hint}`);
  }
  return { documents: [document], skipped: [], isFolder: false };
}

/** In a folder, a file that is JSON but no versions document is somebody else's; one that is not JSON, or no file, is said to be broken. */
function readFolder(absolute: string, path: string, io: Io): VersionsOperand {
  const { files, odd } = listFiles(absolute, ['.json'], { hidden: true });
  const nameOf = (file: string) => displayPath(io.cwd, join(absolute, file));
  const all = [
    ...files
      .filter(isJsonPath)
      .map((file) => readDocument(join(absolute, file), nameOf(file), DEFAULT_LIMITS)),
    ...odd.map((file) =>
      parseDocument({ name: nameOf(file.path), kind: 'sample', origin: 'samples' }, '', DEFAULT_LIMITS, [
        { kind: 'unreadable', reason: file.reason, remedy: file.remedy },
      ]),
    ),
  ].toSorted((a, b) => compareText(a.source.name, b.source.name));
  const documents = all.filter(isMeant);
  if (documents.length === 0) {
    throw new UsageError(
      `no versions document lies below \`${path}\`, so nothing was checked: name the file or its folder`,
    );
  }
  return {
    documents,
    skipped: all.filter((document) => !isMeant(document)).map(({ source }) => source.name),
    isFolder: true,
  };
}

function isMeant({ value }: Document): boolean {
  return value === undefined || mayBeVersions(value);
}
