import { posix } from 'node:path';

import { isJsonObject, member } from '../../model/json/json-value';
import { everyObjectIn } from '../../model/json/every-object-in';
import { percentDecoded } from '../../model/percent-decoded';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import { isOpenApi } from '../dialects/stated-dialect';

/**
 * The files that the OpenAPI documents of a manifest and of its schema folders refer to, directly or through other files: with `$ref`, or in the
 * `mapping` of a discriminator; each with the first document that leads to it. Paths, parameters and responses are not schemas, so the
 * references of schemas do not lead to them. This reads all the files.
 */
export function openApiReferences(
  schemas: Pick<SchemaFiles, 'list' | 'get' | 'documents'>,
): ReadonlyMap<string, SchemaFile> {
  const reached = new Map<string, SchemaFile>();
  for (const name of new Set([...(schemas.documents ?? []), ...schemas.list()])) {
    const document = schemas.get(name);
    if (document !== undefined && isOpenApi(document.value)) follow(document);
  }
  return reached;

  function follow(document: SchemaFile): void {
    const open = [document.file];
    // Files that are added to an array while it is iterated are visited too.
    for (const file of open) {
      for (const reference of referencesIn(schemas.get(file)?.value)) {
        const target = posix.join(posix.dirname(file), percentDecoded(reference.replace(/#.*$/s, '')));
        if (reached.has(target) || reference.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(reference))
          continue;
        reached.set(target, document);
        open.push(target);
      }
    }
  }
}

/** Every text that is a reference, wherever it is. */
function referencesIn(root: unknown): readonly string[] {
  return everyObjectIn(root).flatMap((value) => {
    const mapping = member(value, 'mapping');
    const texts = [member(value, '$ref'), ...Object.values(isJsonObject(mapping) ? mapping : {})];
    return texts.filter((text) => typeof text === 'string');
  });
}
