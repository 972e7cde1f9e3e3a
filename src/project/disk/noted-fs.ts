import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';

import { errorSeen, kindAt, namesOf, typeOf, type Look } from './look';
import { noteLook } from './recorded-looks';

/** The entries of a folder. Throws as `readdirSync` does. */
function entriesOf(folder: string): Dirent[] {
  return noted('names', folder, () => readdirSync(folder, { withFileTypes: true }), namesOf);
}

/** The functions with which fast-glob reads the disk. They note what they see. */
export const NOTED_FS = {
  readdirSync: readFolder,
  lstatSync: (path: string) => noted('type', path, () => lstatSync(path), typeOf),
  statSync: (path: string) => {
    noteLook('kind', path, kindAt(path));
    return statSync(path);
  },
};

function readFolder(folder: string, options: { readonly withFileTypes: true }): Dirent[];
function readFolder(folder: string): string[];
function readFolder(folder: string, options?: { readonly withFileTypes: true }): Dirent[] | string[] {
  const entries = entriesOf(folder);
  return options === undefined ? entries.map(({ name }) => name) : entries;
}

function noted<T>(how: Look, path: string, read: () => T, seen: (value: T) => string): T {
  try {
    const value = read();
    noteLook(how, path, seen(value));
    return value;
  } catch (error) {
    noteLook(how, path, errorSeen(error));
    throw error;
  }
}
