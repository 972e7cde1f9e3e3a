import { formatSchemaRef, type SchemaRef } from './contract';
import type { SchemaProblem } from './schema-problem';
import type { Source } from './source';

/** A schema file as read. `value` is undefined when it is not JSON or YAML; `problem` then says why. */
export interface SchemaFile {
  /** Relative to the schema root, `/` between segments. */
  readonly file: string;
  readonly source: Source;
  readonly value: unknown;
  readonly problem?: SchemaProblem;
}

/** The schema root. */
export interface SchemaFiles {
  /** The name of the root, as users see it. */
  readonly root: string;
  /** Reads a file once, when it is first asked for; undefined when there is no such file below the root. */
  readonly get: (file: string) => SchemaFile | undefined;
  /** Every schema file below the root, sorted; listed when first asked for. */
  readonly list: () => readonly string[];
}

/** A schema file, given by its path below the root, as users see it. */
export function schemaFileName({ root }: Pick<SchemaFiles, 'root'>, file: string): string {
  return root === '.' ? file : `${root}/${file}`;
}

/** A schema file below the root that no contract leads to. */
export interface UnusedSchema {
  /** Its name, as users see it. */
  readonly file: string;
}

/** A schema as users see it: with the folder it lies in. */
export function schemaName(ref: SchemaRef, files: Pick<SchemaFiles, 'root'>): string {
  return schemaFileName(files, formatSchemaRef(ref));
}
