import { formatSchemaRef, type SchemaRef } from '../model/contracts/contract';
import { pointerTokens } from '../model/json/json-pointer';
import { UsageError } from '../model/usage-error';

/** The file that re-exports the root types. */
export const INDEX_PATH = 'index.ts';

/**
 * The file for the types of each schema, by `formatSchemaRef`. It is the path of the schema with `.ts`; the parts of a file are in a folder
 * (`openapi.yaml#/components/schemas/Server` is at `openapi/components/schemas/Server.ts`). Other dots become hyphens, because `.d.ts` and
 * `.test.ts` have a special meaning. Where two paths would be equal, or one is in `taken`, they keep their extension: `server-yaml.ts`.
 */
export function typePaths(
  schemas: readonly SchemaRef[],
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const plain = schemas.map((ref) => pathOf(ref, false));
  const reserved = [INDEX_PATH, ...taken];
  const plainCount = countPaths([...reserved, ...plain]);
  const paths = schemas.map((ref, index) =>
    plainCount(plain[index] ?? '') > 1 ? pathOf(ref, true) : pathOf(ref, false),
  );
  const reservedCount = countPaths(reserved);
  for (const [index, schema] of schemas.entries()) {
    const path = paths[index] ?? '';
    if (reservedCount(path) > 0)
      throw new UsageError(
        `the type of \`${formatSchemaRef(schema)}\` would be written to \`${path}\`, which has another content: rename the schema`,
      );
  }
  const count = countPaths(paths);
  const colliding = schemas.filter((_, index) => count(paths[index] ?? '') > 1);
  if (colliding.length > 0) {
    const names = colliding.map((ref) => `\`${formatSchemaRef(ref)}\``).join(', ');
    throw new UsageError(
      `the types of these schemas would be written to the same file: ${names}: rename one of them`,
    );
  }
  return new Map(schemas.map((ref, index) => [formatSchemaRef(ref), paths[index] ?? '']));
}

/** Counts how often each path occurs, without case, because some file systems ignore case. */
function countPaths(paths: readonly string[]): (path: string) => number {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path.toLowerCase(), (counts.get(path.toLowerCase()) ?? 0) + 1);
  return (path) => counts.get(path.toLowerCase()) ?? 0;
}

function pathOf({ file, pointer }: SchemaRef, keepExtension: boolean): string {
  const path = keepExtension ? file : file.replace(/\.\w+$/, '');
  return `${[...path.split('/'), ...pointerTokens(pointer)].map(segment).join('/')}.ts`;
}

function segment(text: string): string {
  return text.replaceAll(/[^\w-]+/g, '-') || '-';
}
