import type { Contract, Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { SchemaFiles } from '../../model/project/schema-files';
import type { FileKind } from '../disk/file-kind';
import type { FileListing } from '../disk/list-files';
import type { TextFile } from '../disk/read-text-file';

/** Where a project is read from: the disk, or a commit. Paths are absolute, also those of files that are only in a commit. */
export interface Tree {
  readonly kind: (path: string) => FileKind;
  /** The files below a folder. Extensions are given in lower case; `hidden`: whether to list names that start with a dot. */
  readonly list: (
    root: string,
    extensions: readonly string[],
    options?: { readonly hidden: boolean },
  ) => FileListing;
  /** The names of the files in a folder, without its folders; none if it cannot be read. */
  readonly namesIn: (folder: string) => readonly string[];
  /** Reads a file of at most `limit` bytes. What is wrong with it is in its problems. */
  readonly read: (path: string, limit: number) => TextFile;
  /** The path without symbolic links. */
  readonly realPath: (path: string) => string;
  /**
   * The schemas that `open` gave for this manifest and the same `inputs` before, while everything that was read for them is unchanged; else those that
   * it gives now. Absent: nothing is kept.
   */
  readonly keptSchemas?: (manifest: string, inputs: string, open: (tree: Tree) => SchemaFiles) => SchemaFiles;
  /** The JSON document in a file of which so much is known that it need not be read, by the file's name in findings. Absent, and undefined: it is read. */
  readonly knownDocument?: (name: string) => Document | undefined;
  /** A contract that is known already and equals this one, which was read; else this one. Absent: none is known. */
  readonly knownContract?: (contract: Contract) => Contract;
  /** The same of samples. */
  readonly knownSample?: (sample: Sample) => Sample;
}
