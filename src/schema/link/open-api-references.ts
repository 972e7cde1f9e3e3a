import { posix } from 'node:path';

import { isJsonArray, isJsonObject, member } from '../../model/json-value';
import { percentDecoded } from '../../model/percent-decoded';
import type { SchemaFiles } from '../../model/schema-files';
import type { Dialect } from './dialect';
import { isOpenApi, statedDialect } from './stated-dialect';

/**
 * The files that the OpenAPI documents of a schema folder refer to, directly or through other files: with `$ref`, or in the `mapping` of a
 * discriminator; each with the dialect of the first document that leads to it. Paths, parameters and responses are not schemas, so the
 * references of schemas do not lead to them. This reads all the files.
 */
export function openApiReferences(
  schemas: Pick<SchemaFiles, 'list' | 'get'>,
): ReadonlyMap<string, Dialect | undefined> {
  const reached = new Map<string, Dialect | undefined>();
  for (const document of schemas.list()) {
    const value = schemas.get(document)?.value;
    if (!isOpenApi(value)) continue;
    const stated = statedDialect(value);
    follow(document, stated.kind === 'known' ? stated.dialect : undefined);
  }
  return reached;

  function follow(document: string, dialect: Dialect | undefined): void {
    const open = [document];
    // Files that are added to an array while it is iterated are visited too.
    for (const file of open) {
      for (const reference of referencesIn(schemas.get(file)?.value)) {
        const target = posix.join(posix.dirname(file), percentDecoded(reference.replace(/#.*$/s, '')));
        if (reached.has(target) || reference.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(reference))
          continue;
        reached.set(target, dialect);
        open.push(target);
      }
    }
  }
}

/** Every text that is a reference, wherever it is. */
function referencesIn(root: unknown): readonly string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const open = [root];
  for (const value of open) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isJsonObject(value)) {
      const mapping = member(value, 'mapping');
      const texts = [member(value, '$ref'), ...Object.values(isJsonObject(mapping) ? mapping : {})];
      found.push(...texts.filter((text) => typeof text === 'string'));
    }
    open.push(...(isJsonArray(value) ? value : Object.values(value)));
  }
  return found;
}
