import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { schemaFileName, type SchemaFiles } from '../model/schema-files';

/** A schema as users see it: with the folder it lies in. */
export function schemaName(ref: SchemaRef, files: Pick<SchemaFiles, 'root'>): string {
  return schemaFileName(files, formatSchemaRef(ref));
}
