import { basename, dirname } from 'node:path';

import type { Document } from '../../model/documents/document';
import type { Limits } from '../../model/project/limits';
import { nearest } from '../../model/nearest';
import type { ExternalExample, OpenApiProblem } from '../../model/project/open-api';
import type { SchemaFolders } from '../../model/project/project';
import { displayPath } from '../disk/file-path';
import { readSample } from '../samples/load-samples';
import { schemaFilePath } from '../schemas/schema-folders';
import type { Tree } from '../tree/tree';

/** The files that examples of a kind `external` name. */
export interface ExampleFiles {
  /** Reads the file of an example as a whole; undefined where it may not be read, or is none. */
  readonly read: (example: ExternalExample) => Document | undefined;
  /** Why the file of an example cannot be read; undefined where it can. */
  readonly problem: (example: ExternalExample) => OpenApiProblem | undefined;
}

export function createExampleFiles(
  folders: SchemaFolders,
  { cwd, limits, tree }: { readonly cwd: string; readonly limits: Limits; readonly tree: Tree },
): ExampleFiles {
  const documents = new Map<string, Document | undefined>();
  return {
    read: ({ path }) => {
      if (!documents.has(path)) documents.set(path, readDocument(path));
      return documents.get(path);
    },
    problem: ({ path: file, reference, place }) => {
      const absolute = schemaFilePath(folders, file);
      const base = { kind: 'no-file', reference, place } as const;
      if (absolute === undefined) return { ...base, why: 'outside' };
      switch (tree.kind(absolute)) {
        case 'file':
          return undefined;
        case 'folder':
          return { ...base, why: 'folder' };
        default: {
          const meant = nearest(basename(absolute), tree.namesIn(dirname(absolute)));
          if (meant === undefined) return base;
          const [written = '', ...fragment] = reference.split('#');
          const path = written.slice(0, written.lastIndexOf('/') + 1) + meant;
          return { ...base, nearest: [path, ...fragment].join('#') };
        }
      }
    },
  };

  function readDocument(path: string): Document | undefined {
    const absolute = schemaFilePath(folders, path);
    if (absolute === undefined || tree.kind(absolute) !== 'file') return undefined;
    const name = displayPath(cwd, absolute);
    return readSample({ path: name, root: cwd, name }, { ...limits, tree })(undefined)[0];
  }
}
