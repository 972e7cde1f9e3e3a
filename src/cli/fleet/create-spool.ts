import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import type { Spool } from '../../reporters/reporter';

/** A spool that is closed at the end. */
interface TemporarySpool extends Spool {
  readonly close: () => void;
}

/** Keeps texts in a temporary file, which is created for the first one and is gone even if the process is killed. */
export function createSpool(folder = tmpdir()): TemporarySpool {
  let file: number | undefined;
  let end = 0;
  // One buffer for all texts: as many small ones would fill the memory before they are collected.
  let buffer = Buffer.alloc(0);
  const roomFor = (length: number): Buffer => {
    if (buffer.length < length) buffer = Buffer.alloc(length * 2);
    return buffer;
  };
  const write = (text: string): number => {
    const length = Buffer.byteLength(text);
    const bytes = roomFor(length);
    bytes.write(text);
    file ??= openUnnamed(folder);
    for (let done = 0; done < length;) done += writeSync(file, bytes, done, length - done, end + done);
    return length;
  };
  const read = (start: number, length: number): string => {
    const bytes = roomFor(length);
    if (file === undefined) return '';
    let done = 0;
    while (done < length) {
      const count = readSync(file, bytes, done, length - done, start + done);
      if (count === 0) break;
      done += count;
    }
    return bytes.toString('utf8', 0, done);
  };
  // Not a closure in `keep`, which would keep the text with it.
  const reader = (start: number, length: number) => () => read(start, length);
  return {
    keep: (text) => {
      const start = end;
      const length = orStop(() => write(text));
      end += length;
      return reader(start, length);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** A file that only this process can reach. */
function openUnnamed(parent: string): number {
  const folder = mkdtempSync(join(parent, 'samplegate-'));
  try {
    return openSync(join(folder, 'report'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function orStop<Result>(task: () => Result): Result {
  try {
    return task();
  } catch (error) {
    throw new UsageError(
      `cannot write a temporary file for the report: ${messageOf(error)}: set TMPDIR to a folder with space`,
    );
  }
}
