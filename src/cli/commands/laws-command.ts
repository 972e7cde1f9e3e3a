import { join, resolve } from 'node:path';

import { checkVersions } from '../../engine/check-versions-documents';
import type { Document } from '../../model/document';
import { compareText } from '../../model/finding';
import { DEFAULT_LIMITS } from '../../model/limits';
import { UsageError } from '../../model/usage-error';
import { mayBeVersions } from '../../model/versions-document';
import { fileKind } from '../../project/file-kind';
import { displayPath } from '../../project/file-path';
import { isJsonPath, listFiles } from '../../project/list-files';
import { readDocument } from '../../project/load-samples';
import { decodeText } from '../../text/decode';
import { parseDocument } from '../../text/parse-document';
import type { Command } from '../command';
import type { Io } from '../io';
import { parseOptions } from '../parse-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';

/** `samplegate laws FILE… | FOLDER | -`: any service's versions documents against the laws. */
export const lawsCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('laws', args, {
    ...REPORT_OPTIONS,
    newest: { type: 'string' },
    service: { type: 'string' },
  });
  const plan = planReport(values);
  if (positionals.length === 0) {
    throw new UsageError(
      'name the versions documents: `samplegate laws FILE…`, a FOLDER of them, or `-` for the standard input',
    );
  }
  const read = await Promise.all(
    uniqueBy(positionals, (path) => resolve(io.cwd, path)).map((path) => readOperand(path, io)),
  );
  const documents = uniqueBy(
    read.flatMap(({ documents: found }) => found),
    ({ source }) => source.name,
  );
  const skipped = [...new Set(read.flatMap(({ skipped: others }) => others))];
  const result = await checkVersions(documents, {
    ...(values.newest === undefined ? {} : { newest: values.newest }),
    ...(values.service === undefined ? {} : { service: values.service }),
    grouping: read.some(({ isFolder }) => isFolder) ? 'by-folder' : 'by-home',
    notChecked: [
      {
        what: 'files that are not versions documents',
        one: 'file that is not a versions document',
        items: skipped,
      },
    ],
  });
  return report(result, plan, io);
};

/** The first of those with one key: a file that is named twice, or lies in a folder that is named too, is one file. */
function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const value of values) if (!byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  return [...byKey.values()];
}

interface Operand {
  readonly documents: readonly Document[];
  /** Files of a folder that are no versions documents. */
  readonly skipped: readonly string[];
  readonly isFolder: boolean;
}

async function readOperand(path: string, io: Io): Promise<Operand> {
  if (path === '-') {
    const { text, problems } = decodeText(await io.readStdin());
    return {
      documents: [
        parseDocument(
          { name: '<stdin>', kind: 'stdin', origin: 'samples' },
          text,
          DEFAULT_LIMITS,
          problems,
        ),
      ],
      skipped: [],
      isFolder: false,
    };
  }
  const absolute = resolve(io.cwd, path);
  if (fileKind(absolute) === 'folder') return readFolder(absolute, path, io);
  const document = readDocument(absolute, displayPath(io.cwd, absolute), DEFAULT_LIMITS);
  const [problem] = document.problems;
  if (problem?.kind === 'unreadable') throw new UsageError(`\`${path}\` cannot be read: ${problem.reason}`);
  return { documents: [document], skipped: [], isFolder: false };
}

/** In a folder, a file that is JSON but no versions document is somebody else's; one that is not JSON, or no file, is said to be broken. */
function readFolder(absolute: string, path: string, io: Io): Operand {
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
