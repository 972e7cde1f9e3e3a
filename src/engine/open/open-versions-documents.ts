import { join, resolve } from 'node:path';

import { DOCUMENT_KINDS, type Document, type DocumentKind } from '../../model/documents/document';
import { compareText } from '../../model/findings/finding';
import { uniqueBy } from '../../model/group-by';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import { UsageError } from '../../model/usage-error';
import { mayBeVersions } from '../../model/versions/versions-likeness';
import { fileKind } from '../../project/disk/file-kind';
import { displayPath } from '../../project/disk/file-path';
import { isJsonPath, listFiles } from '../../project/disk/list-files';
import { readDocument } from '../../project/samples/load-samples';
import { decodeText } from '../../text/decode';
import { parseDocument } from '../../text/parse-document';
import { either, needed, oneWordOf, OPTION_KINDS, optionsOf } from '../options/option-kinds';

/** A versions document in memory. */
export interface VersionsText {
  /** The name in findings: a path, `<stdin>` or a URL. */
  readonly name: string;
  /** Bytes are read as UTF-8; invalid UTF-8 is a finding. */
  readonly text: string | Uint8Array;
  /** Default: sample. Laws about files apply only to samples. */
  readonly kind?: DocumentKind;
}

/** Such a document, in an option. */
export const VERSIONS_TEXT = optionsOf<VersionsText>({
  name: needed(OPTION_KINDS.text),
  text: needed(either(OPTION_KINDS.anyText, OPTION_KINDS.bytes)),
  kind: oneWordOf(DOCUMENT_KINDS),
});

/** The versions documents found at a list of paths. */
export interface OpenedVersions {
  readonly documents: readonly Document[];
  /** JSON files in folders that are not versions documents. */
  readonly skipped: readonly string[];
  /** Whether a path was a folder. */
  readonly hasFolder: boolean;
}

/** Parses a versions document that is in memory. */
export function parseVersions({ name, text, kind = 'sample' }: VersionsText): Document {
  const decoded = typeof text === 'string' ? { text, problems: [] } : decodeText(Buffer.from(text));
  return parseDocument({ name, kind, origin: 'samples' }, decoded.text, DEFAULT_LIMITS, decoded.problems);
}

/**
 * Opens the versions documents at these files and folders, relative to `cwd`. A file that is named twice is opened once. Throws a
 * UsageError when a file cannot be read or a folder contains no versions document.
 */
export function openVersionsDocuments(paths: readonly string[], cwd: string): OpenedVersions {
  const opened = uniqueBy(paths, (path) => resolve(cwd, path)).map((path) => openPath(path, cwd));
  return {
    documents: uniqueBy(
      opened.flatMap(({ documents }) => documents),
      ({ source }) => source.name,
    ),
    skipped: [...new Set(opened.flatMap(({ skipped }) => skipped))],
    hasFolder: opened.some(({ hasFolder }) => hasFolder),
  };
}

function openPath(path: string, cwd: string): OpenedVersions {
  const absolute = resolve(cwd, path);
  if (fileKind(absolute) === 'folder') return openFolder(absolute, path, cwd);
  const document = readDocument(absolute, displayPath(cwd, absolute), DEFAULT_LIMITS);
  const [problem] = document.problems;
  if (problem?.kind === 'unreadable') {
    // People also write a service as in a browser, without `http://`.
    const isHost =
      /^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?(\/.*)?$|^[\w-]+:\d+/.test(path) && !isJsonPath(path);
    const hint = isHost ? `; if it is a service, did you mean \`http://${path}\`?` : '';
    throw new UsageError(`\`${path}\` cannot be read: ${problem.reason}${hint}`);
  }
  return { documents: [document], skipped: [], hasFolder: false };
}

/** Skips JSON files that are not versions documents. A file that cannot be read or is not valid JSON is kept, to be reported. */
function openFolder(absolute: string, path: string, cwd: string): OpenedVersions {
  const { files, odd } = listFiles(absolute, ['.json'], { hidden: true });
  const nameOf = (file: string) => displayPath(cwd, join(absolute, file));
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
  const documents = all.filter(isCandidate);
  if (documents.length === 0) {
    throw new UsageError(
      `no versions document in \`${path}\` or below it, so nothing was checked: name the file or its folder`,
    );
  }
  return {
    documents,
    skipped: all.filter((document) => !isCandidate(document)).map(({ source }) => source.name),
    hasFolder: true,
  };
}

function isCandidate({ value }: Document): boolean {
  return value === undefined || mayBeVersions(value);
}
