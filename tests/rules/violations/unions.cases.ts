import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { describeCause } from '../../../src/rules/violations/describe-cause';
import { causesOf } from '../../../src/schema/explain/causes';
import { violationsIn } from '../../schema/schema-files-of';

/** What people write as a union, a value that it refuses, and every finding: `pointer token: message`. */
interface Row {
  readonly title: string;
  readonly schema: unknown;
  readonly value: unknown;
  readonly findings: readonly string[];
}

const ROWS: readonly Row[] = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/unions/unions.json'), 'utf8'),
);

test.each(ROWS.map((row) => [row.title, row] as const))('under a union: %s', (_, row) => {
  const causes = causesOf(violationsIn(row.value, { 'main.json': row.schema }));
  expect(
    causes.map((cause) => `${cause.pointer || '(root)'} ${cause.token}: ${describeCause(cause)}`),
  ).toEqual(row.findings);
});
