import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { generateTypes } from '../../src/codegen/generate-types';
import { staleTypes } from '../../src/codegen/stale-types';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { openSchemaFiles } from '../../src/project/schemas/open-schema-files';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'src', 'types');

describe('the shipped types', () => {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const texts = new Map(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(FOLDER, path), 'utf8')]),
  );

  test('are generated from the shipped schemas', async () => {
    const generated = await generateTypes({
      schemas: openSchemaFiles(join(ROOT, 'schemas'), 'schemas', DEFAULT_LIMITS),
      contracts: [],
      microversions: [],
      requests: [
        { name: 'VersionsIndex', schema: { file: 'versions/index.json', pointer: '' } },
        { name: 'VersionsShow', schema: { file: 'versions/show.json', pointer: '' } },
        { name: 'VersionsChoices', schema: { file: 'versions/choices.json', pointer: '' } },
      ],
    });
    expect(staleTypes(generated, texts)).toEqual({ missing: [], changed: [], extra: [] });
  });

  test('contain no index signatures and no unknown values', () => {
    const code = [...texts.values()].join('\n').replaceAll(/\/\*[^]*?\*\//g, '');
    // A property that must be absent is `?: never`.
    expect(code.replaceAll('?: never;', '')).not.toMatch(/\[k: string\]|\b(unknown|any|never|object)\b/);
  });
});
