import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Violation } from '../../model/schemas/violation';
import { createSchemaSet, type SchemaSet } from '../../schema/schema-set';
import { createJsonSource } from '../../text/json/json-source';
import { packageRoot } from './package-root';

/** Validates a value against one of the schemas that this package ships in `spec/`, with the same validator as any other schema. */
export function violationsOfShipped(file: string, value: unknown): readonly Violation[] {
  shipped ??= openShippedSchemas();
  const verdict = shipped.verdict(value, { file, pointer: '' });
  if (verdict.kind !== 'checked') throw new Error(`the shipped schema ${file} is ${verdict.kind}`);
  return verdict.violations;
}

/** Compiled once per process, for all the files that it opens. */
let shipped: SchemaSet | undefined;

function openShippedSchemas(): SchemaSet {
  const folder = join(packageRoot(), 'spec');
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return createSchemaSet(
    {
      root: 'spec',
      get: (file) => {
        if (!files.includes(file)) return undefined;
        const text = readFileSync(join(folder, file), 'utf8');
        const value: unknown = JSON.parse(text);
        return { file, source: createJsonSource(file, text), value };
      },
      list: () => files,
    },
    // Without a time limit: no pattern of these schemas goes back far, and a long file may take a while on a busy machine.
    { formats: {}, unicodePatterns: true, validationTime: Infinity },
  );
}
