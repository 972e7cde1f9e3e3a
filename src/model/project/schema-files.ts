import { formatSchemaRef, type SchemaRef } from '../contracts/contract';
import type { SchemaProblem } from '../schemas/schema-problem';
import type { Source } from '../documents/source';
import type { Span } from '../documents/text-problem';

/** A schema file that was read. `value` is undefined when it is not JSON or YAML; `problem` then says why. */
export interface SchemaFile {
  /** Relative to the schema root, segments separated by `/`. */
  readonly file: string;
  readonly source: Source;
  readonly value: unknown;
  /** The value with an ExactNumber for each number that JavaScript would round; absent where there is no such number. */
  readonly exact?: unknown;
  /** Properties that an object repeats. Only in an OpenAPI document, the value may be another one; then the last counts. */
  readonly repeats?: readonly RepeatedProperty[];
  readonly problem?: SchemaProblem;
  /** The values in it that JSON cannot express, such as `.inf`. The rest of the file is read. Absent if there are none. */
  readonly unread?: readonly SchemaProblem[];
  /** Whether there is a folder in its place: then a reference to it is what is wrong. */
  readonly isFolder?: true;
  /** What is wrong with the text although it can be read. */
  readonly remark?: SchemaProblem;
}

/** A property, at `span`, that its object already has, at `first`. */
export interface RepeatedProperty {
  readonly key: string;
  readonly span: Span;
  readonly first: Span;
  /** Whether it has the same value as the one before. */
  readonly isSame: boolean;
}

/**
 * The schema files of a project. A file is known by its path below their root. With one folder of schemas, that folder is the root; with
 * several, the root is the folder that contains all of them and the manifest.
 */
export interface SchemaFiles {
  /** The name of the (first) folder of schemas, as users see it. */
  readonly root: string;
  /** The names of several folders of schemas, as messages list them. */
  readonly folders?: string;
  /** In a run without a manifest, which could name other folders: what the files must be in. */
  readonly within?: 'repository' | 'folder';
  /** The name of a file as users see it, from its path below the root. Default: the path after the name of the root. */
  readonly nameOf?: (file: string) => string;
  /** The path below the root of a file with such a name; any path for another name. */
  readonly fileOf?: (name: string) => string;
  /** Reads a file on its first use and keeps it; undefined when there is no such file in a folder of schemas. */
  readonly get: (file: string) => SchemaFile | undefined;
  /** Every schema file below the folders of schemas, sorted; they are listed on the first call. */
  readonly list: () => readonly string[];
  /** The OpenAPI documents of the manifest, which may be outside the folders of schemas. Default: none. */
  readonly documents?: readonly string[];
  /** The names of the files in the folder of a file that may not exist. Default: none. */
  readonly neighbours?: (file: string) => readonly string[];
  /** Whether symbolic links below the folders lead to other files. `list` does not follow those to folders. Default: no. */
  readonly hasLinks?: () => boolean;
  /** The files, by their paths below the root, that have this path below a folder of schemas. Default: the file at that path. */
  readonly filesAt?: (path: string) => readonly string[];
  /** The path of a file below its folder of schemas, as the manifest writes it. Default: the path below the root. */
  readonly shortPath?: (file: string) => string;
  /** Whether a path below the root is in a folder of schemas. Default: unless it begins with `../`. */
  readonly contains?: (file: string) => boolean;
  /** The file that a path relative to a file leads to where the folder of that file is a symbolic link, as the system follows it. */
  readonly behindLink?: (file: string, path: string) => string | undefined;
  /** The folder below the root that relative references are relative to. Default: the folder of the file that contains the reference. */
  readonly refBase?: string;
  /** The file that the manifest maps an absolute URI to; it may not exist. */
  readonly mapped?: (uri: string) => string | undefined;
}

/** What the names of schema files are made of. */
export type SchemaRoot = Pick<SchemaFiles, 'root' | 'nameOf'>;

/** The name under which users see a schema file, from its path below the root. */
export function schemaFileName({ root, nameOf }: SchemaRoot, file: string): string {
  if (nameOf !== undefined) return nameOf(file);
  return root === '.' ? file : `${root}/${file}`;
}

/** The path of a schema file below the root, from its name. Any path for the name of another file. */
export function schemaFileAt({ root, fileOf }: Pick<SchemaFiles, 'root' | 'fileOf'>, name: string): string {
  if (fileOf !== undefined) return fileOf(name);
  return root === '.' ? name : name.slice(root.length + 1);
}

/** The file with this path below a folder of schemas. Where there is none, the path of the file that is missing. */
export function schemaFileNamed(files: Pick<SchemaFiles, 'filesAt'>, path: string): string {
  return files.filesAt?.(path)[0] ?? path;
}

/** Whether a path below the root leads out of the folders of schemas. */
export function leadsOut({ contains }: Pick<SchemaFiles, 'contains'>, file: string): boolean {
  return contains === undefined ? file.startsWith('../') : !contains(file);
}

/** A schema file below the root that no contract refers to, not even indirectly. */
export interface UnusedSchema {
  /** Its name, as users see it. */
  readonly file: string;
}

/** The name under which users see a schema, with the schema root. */
export function schemaName(ref: SchemaRef, files: SchemaRoot): string {
  return formatSchemaRef({ ...ref, file: schemaFileName(files, ref.file) });
}
