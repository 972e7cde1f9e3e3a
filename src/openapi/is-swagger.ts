import { isJsonObject } from '../model/json/json-value';
import type { SchemaFile } from '../model/project/schema-files';

/** Whether a document is Swagger 2.0, which has bodies among the parameters and examples by media type. */
export function isSwagger({ value }: Pick<SchemaFile, 'value'>): boolean {
  return isJsonObject(value) && !Object.hasOwn(value, 'openapi') && Object.hasOwn(value, 'swagger');
}
