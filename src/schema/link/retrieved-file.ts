import { percentDecoded } from '../../model/percent-decoded';
import { schemaFileNamed, type SchemaFile, type SchemaFiles } from '../../model/project/schema-files';
import { ROOT_URI } from '../dialects/schema-uri';

/**
 * The file that is known by the URI that it would be retrieved from, whatever its id is: `example.com/schemas/a.json` below the schema root for
 * `https://example.com/schemas/a.json`, as `wget --force-directories` writes it.
 */
export function retrievedFile(
  uri: string,
  files: Pick<SchemaFiles, 'get' | 'filesAt'>,
): SchemaFile | undefined {
  const prefix = uri.startsWith(ROOT_URI) ? ROOT_URI : /^https?:\/\//.exec(uri)?.[0];
  const path = prefix === undefined ? '' : percentDecoded(uri.slice(prefix.length));
  if (path === '' || path.endsWith('/')) return undefined;
  return files.get(prefix === ROOT_URI ? path : schemaFileNamed(files, path));
}
