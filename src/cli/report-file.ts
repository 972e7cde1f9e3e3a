import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

import { codeOf, messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import { fileKind } from '../project/disk/file-kind';
import { realPath } from '../project/disk/real-path';
import { noteUnrepeatable } from '../text/repeatable';

/** A report that is being written to a file. */
export interface ReportFile {
  readonly write: (text: string) => void;
  /** Puts the report at its place. Until then, whoever reads the file sees the report before. */
  readonly close: () => void;
  /** Removes what was written, if the report is not complete. */
  readonly discard: () => void;
}

/**
 * Creates a file for a report, which messages call `name`, with its folder. A regular file is replaced as a whole; anything else, such as a
 * FIFO or /dev/stdout, is written to as it is. Throws a UsageError if that cannot be done.
 */
export function createReportFile(path: string, name: string): ReportFile {
  noteUnrepeatable();
  const orStop = <Result>(task: () => Result): Result => {
    try {
      return task();
    } catch (error) {
      throw new UsageError(`cannot write the report \`${name}\`: ${reasonOf(error)}`);
    }
  };
  const target = realPath(path);
  const kind = fileKind(target);
  if (kind === 'folder' || name.endsWith('/') || name.endsWith(sep))
    throw new UsageError(`cannot write the report \`${name}\`: it is a folder; add the name of a file`);
  if (kind === 'special' || isDevice(path))
    return {
      write: (text) => orStop(() => appendFileSync(path, text)),
      close: () => {},
      discard: () => {},
    };
  const { randomUUID }: typeof import('node:crypto') = require('node:crypto');
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  let isOpen = true;
  const discard = (): void => {
    if (isOpen) rmSync(draft, { force: true });
    isOpen = false;
  };
  orStop(() => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(draft, '');
  });
  return {
    write: (text) => orStop(() => appendFileSync(draft, text)),
    close: () => {
      try {
        orStop(() => renameSync(draft, target));
        isOpen = false;
      } finally {
        discard();
      }
    },
    discard,
  };
}

/** Whether a path names an open file of the process: `/dev/stdout` may be redirected to a regular file, which must not be replaced. */
function isDevice(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(path);
}

/** Why a file cannot be written, and what to do. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a folder of its path is a file; choose another path';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'its folder must not be written to; choose another path, or change the permissions';
    default:
      return messageOf(error);
  }
}
