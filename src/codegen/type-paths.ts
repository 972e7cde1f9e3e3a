import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { pointerTokens } from '../model/json-pointer';
import { UsageError } from '../model/usage-error';

/** The file that re-exports the root types. */
export const INDEX_PATH = 'index.ts';

/**
 * The file of each schema's types, by `formatSchemaRef`: the path of the schema with `.ts`, a folder for the parts of one
 * (`openapi.yaml#/components/schemas/Server` is at `openapi/components/schemas/Server.ts`). Other dots become hyphens,
 * since `.d.ts` and `.test.ts` mean something else. Where two would meet, or one a `taken` path, they keep their extension: `server-yaml.ts`.
 */
export function typePaths(
  schemas: readonly SchemaRef[],
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const plain = schemas.map((ref) => pathOf(ref, false));
  const met = countPaths([INDEX_PATH, ...taken, ...plain]);
  const paths = schemas.map((ref, index) =>
    met(plain[index] ?? '') > 1 ? pathOf(ref, true) : pathOf(ref, false),
  );
  const stillMet = countPaths(paths);
  const meeting = schemas.filter((_, index) => stillMet(paths[index] ?? '') > 1);
  if (meeting.length > 0) {
    const names = meeting.map((ref) => `\`${formatSchemaRef(ref)}\``).join(', ');
    throw new UsageError(`the types of these schemas would go into one file: ${names}: rename one of them`);
  }
  return new Map(schemas.map((ref, index) => [formatSchemaRef(ref), paths[index] ?? '']));
}

/** How often each path is there. Letter case does not tell files apart everywhere. */
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
