import picomatch from 'picomatch';

import type { SampleFile } from '../../model/contracts/contract';
import { isGlob, unescapeGlob } from '../../model/escape-glob';
import type { SchemaFiles } from '../../model/project/schema-files';
import { isRelativeToManifest } from '../samples/find-samples';
import type { ManifestContract } from '../manifest/manifest';
import { compilePlaceholders, escapeValue, fillIn, placeholdersIn } from '../samples/placeholders';
import { parseSchemaRef } from './read-contracts';
import { isTemplate } from './template-mistakes';

/**
 * Gives the schema files that a template looks up for a sample, if none of them exists: then the sample has no contract. Undefined where no
 * template has a pattern for the sample.
 */
export function createMissingSchemas(
  contracts: readonly ManifestContract[],
  files: Pick<SchemaFiles, 'list' | 'shortPath'>,
): (file: SampleFile) => readonly string[] | undefined {
  const schemas = files.list().map((file) => files.shortPath?.(file) ?? file);
  const known = new Set(schemas);
  const entries = contracts.filter(isTemplate).flatMap(({ ranges, samples }) => {
    const patterns = ranges
      .map(({ schema }) => parseSchemaRef(schema.value).file)
      .filter((pattern) => placeholdersIn(pattern).length > 0);
    return samples.map(({ path }) => {
      const isLocal = isRelativeToManifest(path);
      return { isLocal, patterns, ...compilePlaceholders(isLocal ? path.slice(2) : path) };
    });
  });
  const exists = (glob: string) => {
    if (!isGlob(glob)) return known.has(unescapeGlob(glob));
    const matches = picomatch(glob);
    return schemas.some((schema) => matches(schema));
  };
  return (file) => {
    for (const { isLocal, patterns, match, matchAll } of entries) {
      const name = isLocal ? file.local : file.path;
      if (match(name) === undefined) continue;
      const asked = new Set(
        matchAll(name).flatMap((values) =>
          patterns
            .map((pattern) => fillIn(pattern, values, escapeValue))
            .filter((glob) => placeholdersIn(glob).length === 0),
        ),
      );
      if (asked.size > 0 && ![...asked].some(exists)) return [...asked].map(unescapeGlob);
    }
    return undefined;
  };
}
