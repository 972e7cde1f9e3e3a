import { formatSchemaRef, type SchemaRef } from '../model/contract';
import type { SchemaFiles } from '../model/schema-files';

/** A schema as users see it: with the folder it lies in. */
export function schemaName(ref: SchemaRef, { root }: Pick<SchemaFiles, 'root'>): string {
  return root === '.' ? formatSchemaRef(ref) : `${root}/${formatSchemaRef(ref)}`;
}
