import { expect, test } from '@jest/globals';

import { createEvidence } from '../../src/engine/evidence';
import { versionsDocument } from './versions-subject';

test('a document is held to a schema when first asked, and never twice', () => {
  const asked: string[] = [];
  const evidence = createEvidence({
    problems: () => [],
    verdict: (value, { file, pointer }) => {
      asked.push(`${JSON.stringify(value)} ${file}#${pointer}`);
      return { kind: 'checked', violations: [] };
    },
  });
  const [a, b] = [versionsDocument('a', 1), versionsDocument('b', 1)];
  const schema = { file: 's.json', pointer: '' };
  const part = { file: 's.json', pointer: '/$defs/part' };
  expect(asked).toEqual([]);
  expect(evidence.verdict(a, schema)).toBe(evidence.verdict(a, { ...schema }));
  evidence.verdict(a, part);
  evidence.verdict(b, schema);
  evidence.verdict(b, schema);
  expect(asked).toEqual(['1 s.json#', '1 s.json#/$defs/part', '1 s.json#']);
});
