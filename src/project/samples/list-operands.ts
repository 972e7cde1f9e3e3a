import { join, resolve } from 'node:path';

import { uniqueBy } from '../../model/group-by';
import { isGlob } from '../../model/escape-glob';
import { UsageError } from '../../model/usage-error';
import { fileFormOf } from '../../text/parse-documents';
import { DISK } from '../tree/disk-tree';
import { fileKind } from '../disk/file-kind';
import { displayPath } from '../disk/file-path';
import { globFiles, isJsonPath, type OddFile } from '../disk/list-files';
import { listSamples } from './list-samples';
import { absolutePath, type SamplePath } from './load-samples';

/** The files that a command names, without the schema that they are checked against. */
export interface Operands {
  readonly files: readonly SamplePath[];
  /** The operands that are the schema itself. A shell expands `*.json` to all the files of a folder. */
  readonly schemas: readonly string[];
  /** The folders with YAML or NDJSON files, which are checked only if they are named. */
  readonly others: readonly { readonly folder: string; readonly files: readonly string[] }[];
}

/**
 * Lists the files at these paths, relative to `cwd`: files of any type, the `.json` files of folders, and what globs match. A file that is
 * named twice is listed once. Throws a UsageError for a path with no file.
 */
export function listOperands(paths: readonly string[], schema: string, cwd: string): Operands {
  const listed = paths.map((path) => ({ path, ...filesAt(path, schema, cwd) }));
  return {
    files: uniqueBy(
      listed.flatMap(({ files }) => files).filter((file) => absolutePath(file) !== schema),
      absolutePath,
    ),
    others: listed.flatMap(({ path, others }) =>
      others.length === 0 ? [] : [{ folder: path, files: others }],
    ),
    schemas: listed.flatMap(({ path }) => (resolve(cwd, path) === schema ? path : [])),
  };
}

interface Found {
  readonly files: readonly SamplePath[];
  readonly others: readonly string[];
}

function filesAt(path: string, schema: string, cwd: string): Found {
  const absolute = resolve(cwd, path);
  const place = (file: string, odd?: OddFile): SamplePath => {
    const name = displayPath(cwd, file);
    return { path: name, local: name, root: cwd, name, ...(odd === undefined ? {} : { odd }) };
  };
  switch (fileKind(absolute)) {
    case 'folder': {
      const { files, odd } = listSamples(
        absolute,
        { project: absolute, manifests: [], schemas: [schema] },
        DISK,
      );
      const found = [
        ...files.filter(isJsonPath).map((file) => place(join(absolute, file))),
        ...odd.map((file) => place(join(absolute, file.path), file)),
      ];
      const others = files.filter((file) => ['yaml', 'lines'].includes(fileFormOf(file)));
      if (found.length > 0) return { files: found, others };
      throw new UsageError(
        `there is no .json file in \`${path}\` or below it: name a file, or another folder`,
      );
    }
    case 'nothing': {
      const found = isGlob(path) ? globFiles(path, cwd) : [];
      if (found.length > 0) return { files: found.map((file) => place(resolve(cwd, file))), others: [] };
      throw new UsageError(
        isGlob(path)
          ? `no file matches \`${path}\``
          : `there is no file \`${path}\`: create it, or fix the path`,
      );
    }
    default:
      return { files: [place(absolute)], others: [] };
  }
}
