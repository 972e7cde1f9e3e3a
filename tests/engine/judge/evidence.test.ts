import { expect, test } from '@jest/globals';

import { createEvidence } from '../../../src/engine/judge/evidence';
import { versionsDocument } from '../versions-subject';

test('a document is held to a schema when first asked, and never twice', () => {
  const asked: string[] = [];
  const evidence = createEvidence({
    firstToRefuse: () => undefined,
    verdicts: () => [],
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

test('what is expected is asked for together, with the first question', () => {
  const asked: unknown[] = [];
  const schema = { file: 's.json', pointer: '' };
  const documents = [versionsDocument('a', 1), versionsDocument('b', 2)];
  const evidence = createEvidence(
    {
      firstToRefuse: () => undefined,
      verdict: () => {
        throw new Error('asked one by one');
      },
      verdicts: (pairs) => {
        asked.push(pairs);
        return pairs.map(() => ({ kind: 'checked', violations: [] }));
      },
    },
    documents.map((document) => ({ document, schema })),
  );
  expect(asked).toEqual([]);
  for (const document of documents)
    expect(evidence.verdict(document, schema)).toEqual({ kind: 'checked', violations: [] });
  expect(asked).toEqual([documents.map(({ value }) => ({ value, ref: schema }))]);
});

test('what took too long is heard of, whether it was to be judged or only looked at', () => {
  let heard = 0;
  const evidence = createEvidence(
    {
      firstToRefuse: () => 'timed-out',
      verdict: () => ({ kind: 'timed-out', limit: 1 }),
      verdicts: () => [],
    },
    [],
    () => {
      heard += 1;
    },
  );
  const document = versionsDocument('a', 1);
  const schema = { file: 's.json', pointer: '' };
  expect(evidence.firstToRefuse(document, [schema])).toBe(undefined);
  expect(heard).toBe(1);
  expect(evidence.verdict(document, schema)).toEqual({ kind: 'timed-out', limit: 1 });
  expect(heard).toBe(2);
});
