import { posix } from 'node:path';

import { hasOperations } from '../openapi/open-api-document';
import { stringifyYaml } from '../text/yaml/yaml-source';
import type { FoundFile } from './recognize-schema';

/** An entry of `openapi:` in a manifest. */
export interface OpenApiEntry {
  readonly document: string;
  /** Only where there are several documents, whose contracts may have the same names. */
  readonly prefix?: string;
}

/** An entry for each OpenAPI document with operations. No two of several have the same prefix. */
export function openApiEntries(files: readonly FoundFile[]): readonly OpenApiEntry[] {
  const paths = files.filter(({ value }) => hasOperations(value)).map(({ path }) => path);
  if (paths.length === 1) return paths.map((document) => ({ document }));
  const whole = paths.map(slug);
  const prefixes =
    [
      paths.map((path) => slug(withoutExtension(posix.basename(path)))),
      paths.map((path) => slug(withoutExtension(path))),
      whole,
    ].find((names) => new Set(names).size === names.length) ??
    whole.map((name, index) => `${name}-${index + 1}`);
  return paths.map((document, index) => ({ document, prefix: prefixes[index] ?? '' }));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^.]*$/, '');
}

/** A text with only what a prefix may consist of. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-');
}

const HEAD = `\
# yaml-language-server: $schema=./node_modules/samplegate/spec/contracts.schema.json
#
# Every request, response, parameter and header of the operations is a contract, and the examples there are samples. Next:
#   - run \`samplegate check\`
#   - begin the names of the contracts with a word:  prefix: compute
#   - check only some operations:  select: { tags: [servers], paths: ["/servers/**"] }
#   - skip some operations:        except: { operations: [deleteServer] }
# Edit this file as you like: \`samplegate init\` does not overwrite it.

`;

/** A manifest that names only OpenAPI documents. */
export function openApiManifest(
  entries: readonly OpenApiEntry[],
  service: string | undefined,
): { readonly manifestFile: 'contracts.yaml'; readonly manifest: string; readonly schemas: readonly [] } {
  const value = { ...(service === undefined ? {} : { service }), openapi: entries };
  return { manifestFile: 'contracts.yaml', manifest: HEAD + stringifyYaml(value), schemas: [] };
}
