import { expect, test } from '@jest/globals';

import type { SchemaRef } from '../../../src/model/contracts/contract';
import { createEvidence } from '../../../src/engine/judge/evidence';
import { versionsDocument } from '../versions-subject';

const NO_SCHEMAS = {
  firstToRefuse: () => [],
  allowances: () => new Map(),
  ignoredKeywords: () => [],
  excludedValues: () => [],
  misspelt: () => [],
  undeclared: () => [],
  obstacles: () => [],
  placeOf: ({ file }: SchemaRef) => ({ file }),
};

test('a document is validated against a schema when a rule first asks, and only once', () => {
  const asked: string[] = [];
  const evidence = createEvidence({
    ...NO_SCHEMAS,
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

test('all expected questions are answered together, with the first one', () => {
  const asked: unknown[] = [];
  const schema = { file: 's.json', pointer: '' };
  const documents = [versionsDocument('a', 1), versionsDocument('b', 2)];
  const evidence = createEvidence(
    {
      ...NO_SCHEMAS,
      verdict: () => {
        throw new Error('asked one by one');
      },
      verdicts: (pairs) => {
        asked.push(pairs);
        return pairs.map(() => ({ kind: 'checked', violations: [] }));
      },
    },
    { verdicts: documents.map((document) => ({ document, schema })) },
  );
  expect(asked).toEqual([]);
  for (const document of documents)
    expect(evidence.verdict(document, schema)).toEqual({ kind: 'checked', violations: [] });
  expect(asked).toEqual([documents.map(({ value }) => ({ value, ref: schema }))]);
});

test('every time-out is reported, of verdicts and of quick checks', () => {
  let timeOuts = 0;
  const evidence = createEvidence(
    {
      ...NO_SCHEMAS,
      firstToRefuse: (questions) => questions.map(() => 'timed-out'),
      allowances: () => new Map(),
      verdict: () => ({ kind: 'timed-out', limit: 1 }),
      verdicts: () => [],
    },
    {},
    () => {
      timeOuts += 1;
    },
  );
  const document = versionsDocument('a', 1);
  const schema = { file: 's.json', pointer: '' };
  expect(evidence.firstToRefuse(document, [schema])).toBe(undefined);
  expect(timeOuts).toBe(1);
  expect(evidence.verdict(document, schema)).toEqual({ kind: 'timed-out', limit: 1 });
  expect(timeOuts).toBe(2);
});

test('all expected refusals are found together, with the first question; others are asked when they come', () => {
  const asked: unknown[] = [];
  const [early, late] = [
    { file: 'early.json', pointer: '' },
    { file: 'late.json', pointer: '' },
  ] as const;
  const [a, b] = [versionsDocument('a', 1), versionsDocument('b', 2)];
  const evidence = createEvidence(
    {
      ...NO_SCHEMAS,
      verdict: () => ({ kind: 'unusable-schema' }),
      verdicts: () => [],
      firstToRefuse: (questions) => {
        asked.push(questions);
        return questions.map(({ value, refs: [first] }) => (value === 1 ? first : undefined));
      },
    },
    {
      refusals: [
        { document: a, schemas: [early, late] },
        { document: b, schemas: [late] },
      ],
    },
  );
  expect(evidence.firstToRefuse(a, [early, late])).toBe(early);
  expect(evidence.firstToRefuse(b, [late])).toBe(undefined);
  expect(evidence.firstToRefuse(a, [late])).toBe(late);
  expect(asked).toEqual([
    [
      { value: 1, refs: [early, late] },
      { value: 2, refs: [late] },
    ],
    [{ value: 1, refs: [late] }],
  ]);
});
