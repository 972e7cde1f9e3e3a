import { describe, expect, test } from '@jest/globals';

import { staleTypes } from '../../src/codegen/stale-types';
import { generateFrom, schemasOf } from './fixture-schemas';

const schemas = schemasOf({ 'a.json': { type: 'string' }, 'b.json': { type: 'number' } });
const requests = [
  ['A', 'a.json'],
  ['B', 'b.json'],
] as const;

async function folder(): Promise<Map<string, string>> {
  const files = await generateFrom(schemas, requests);
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe('staleTypes', () => {
  test('finds nothing in an unchanged folder', async () => {
    expect(staleTypes(await generateFrom(schemas, requests), await folder())).toEqual({
      missing: [],
      changed: [],
      extra: [],
    });
  });

  test('finds missing, changed and left-over files, and ignores files that were written by hand', async () => {
    const existing = await folder();
    existing.delete('b.ts');
    existing.set('a.ts', `${existing.get('a.ts') ?? ''}\n`);
    existing.set('old/c.ts', existing.get('index.ts') ?? '');
    existing.set('by-hand.ts', 'export type Mine = string;\n');
    expect(staleTypes(await generateFrom(schemas, requests), existing)).toEqual({
      missing: ['b.ts'],
      changed: ['a.ts'],
      extra: ['old/c.ts'],
    });
  });

  test('ignores CRLF line ends, which git may write on checkout', async () => {
    const existing = new Map(
      [...(await folder())].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    expect(staleTypes(await generateFrom(schemas, requests), existing)).toEqual({
      missing: [],
      changed: [],
      extra: [],
    });
  });
});
