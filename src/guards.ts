import { join } from 'node:path';

import { DEFAULT_LIMITS } from './model/project/limits';
import { packageRoot } from './project/shipped/package-root';
import { openSchemaFiles } from './project/schemas/open-schema-files';
import { createSchemaSet, type SchemaSet } from './schema/schema-set';
import type { VersionsChoices, VersionsIndex, VersionsShow } from './types';

/** Whether a value is Compute's list of versions (`GET /`). It is validated against the shipped schema, which is stricter than the type. */
export function isVersionsIndex(value: unknown): value is VersionsIndex {
  return satisfies(value, 'versions/index.json');
}

/** Whether a value is Compute's document of one version (`GET /v2.1/`), according to the shipped schema. */
export function isVersionsShow(value: unknown): value is VersionsShow {
  return satisfies(value, 'versions/show.json');
}

/** Whether a value is Compute's answer with status 300 to a path without a known version, according to the shipped schema. */
export function isVersionsChoices(value: unknown): value is VersionsChoices {
  return satisfies(value, 'versions/choices.json');
}

let shipped: SchemaSet | undefined;

function satisfies(value: unknown, file: string): boolean {
  shipped ??= openShipped();
  const verdict = shipped.verdict(value, { file, pointer: '' });
  if (verdict.kind === 'unusable-schema')
    throw new Error(`the schema ${file} that ships with samplegate is broken: please report this bug`);
  return verdict.kind === 'checked' && verdict.violations.length === 0;
}

function openShipped(): SchemaSet {
  const files = openSchemaFiles(join(packageRoot(), 'schemas'), 'schemas', DEFAULT_LIMITS);
  const { validationTime } = DEFAULT_LIMITS;
  return createSchemaSet(files, { formats: {}, unicodePatterns: true, validationTime });
}
