import { describe, expect, test } from '@jest/globals';

import { mergeReports } from '../../../src/engine/judge/merge-reports';
import type { JudgedReport } from '../../../src/engine/judge/run-rules';
import type { Place, Token } from '../../../src/model/documents/place';
import type { SubjectKind } from '../../../src/rules/rule';

type Details = Omit<Partial<JudgedReport>, 'rule' | 'at'>;

/** A report of a rule about `subject`, at a place written `value /versions/0/status`. */
function report(id: string, subject: SubjectKind, at: string, details: Details = {}): JudgedReport {
  const [, token = '', pointer = ''] = /^(\w+) ?(.*)$/.exec(at) ?? [];
  const rule = { id, subject, severity: 'error', summary: '', check: () => [] } as const;
  return {
    severity: 'error',
    message: id,
    ...details,
    rule,
    at: { file: 'a.json', pointer, token: tokenOf(token) },
  };
}

function tokenOf(text: string): Token {
  return text === 'key' || text === 'opening' ? text : 'value';
}

/** The value at the root of a document. */
function tokenIn({ file }: { readonly file: string }): Place {
  return { file, pointer: '', token: 'value' };
}

/** At one place, with another as a related place. */
function seenAt(at: Place, other: Place): Pick<JudgedReport, 'at' | 'related'> {
  return { at, related: [{ at: other, message: 'there' }] };
}

const law = (id: string, at: string, details?: Details) => report(id, 'versions', at, details);

const violation = (keyword: string, at: string, details?: Details) =>
  report('sample-matches-schema', 'sample', at, {
    message: `the schema's ${keyword}`,
    ...details,
    keyword: { keyword, keywordLocation: `defs.json#/${keyword}` },
  });

const misspelt = (at: string, meant = 'hostname') =>
  report('property-misspelt', 'sample', at, { severity: 'warning', missing: meant });

/** The merged reports: rule, message, severity, clients, and the rules and keywords merged into them. */
function merged(...reports: readonly JudgedReport[]) {
  return mergeReports(reports).map(({ rule, message, severity, clients, also }) => ({
    says: `${rule.id}: ${message}`,
    severity,
    ...(clients === undefined ? {} : { clients }),
    also: also.map(({ ruleId, keyword }) => keyword ?? ruleId),
  }));
}

describe('a missing property and one with nearly its name that is there', () => {
  const missing = violation('required', 'opening /server', {
    missing: 'hostname',
    message: 'required property "hostname" is missing',
    groupMessage: 'required properties {missing} are missing',
  });

  test('are one finding, at the misspelt name', () => {
    const [only, ...others] = mergeReports([missing, misspelt('key /server/hostnam')]);
    expect(others).toEqual([]);
    expect(only).toEqual({
      ...missing,
      groupMessage: undefined,
      at: { file: 'a.json', pointer: '/server/hostnam', token: 'key' },
      message: 'required property "hostname" is missing, but there is "hostnam": rename it',
      also: [{ ruleId: 'property-misspelt' }],
    });
  });

  test.each([
    ['another object', 'key /server/host/hostnam', 'hostname'],
    ['another property', 'key /server/zons', 'zones'],
  ])('stay apart if the name is that of %s', (_, at, meant) => {
    expect(mergeReports([missing, misspelt(at, meant)])).toHaveLength(2);
  });

  test('are one finding with a law about the property, which adds its clients', () => {
    const required = law('entry-required', 'opening /server', { missing: 'hostname', clients: 'all fail' });
    expect(merged(required, missing, misspelt('key /server/hostnam'))).toEqual([
      {
        says: 'sample-matches-schema: required property "hostname" is missing, but there is "hostnam": rename it',
        severity: 'error',
        clients: 'all fail',
        also: ['property-misspelt', 'entry-required'],
      },
    ]);
  });
});

describe('a violation and a law at the same token', () => {
  test("are one finding, with the law's wording and clients, and the keyword in `also`", () => {
    expect(
      mergeReports([
        law('status-known', 'value /versions/0/status', {
          message: 'no such status',
          clients: 'one skips it',
        }),
        violation('enum', 'value /versions/0/status'),
      ]),
    ).toEqual([
      expect.objectContaining({
        rule: expect.objectContaining({ id: 'status-known' }),
        message: 'no such status',
        clients: 'one skips it',
        also: [{ ruleId: 'sample-matches-schema', keyword: 'enum', keywordLocation: 'defs.json#/enum' }],
      }),
    ]);
  });

  test.each([
    ['warning', 'error', 'error'],
    ['error', 'warning', 'error'],
    ['warning', 'warning', 'warning'],
  ] as const)('are one: a %s of the law and a %s of the schema give an %s', (ofLaw, ofSchema, severity) => {
    expect(
      merged(
        law('updated-date-time', 'value /updated', { severity: ofLaw }),
        violation('format', 'value /updated', { severity: ofSchema }),
      ),
    ).toEqual([{ says: 'updated-date-time: updated-date-time', severity, also: ['format'] }]);
  });

  test('are two if the law is an info, which must not become the wording of an error', () => {
    expect(
      merged(
        law('collection-link', 'opening /links', { severity: 'info' }),
        violation('minItems', 'opening /links'),
      ),
    ).toEqual([
      { says: 'collection-link: collection-link', severity: 'info', also: [] },
      { says: "sample-matches-schema: the schema's minItems", severity: 'error', also: [] },
    ]);
  });

  test('are one in any order, with all keywords of several contracts', () => {
    expect(
      merged(
        violation('pattern', 'value /id', {
          otherKeywords: [{ keyword: 'maxLength', keywordLocation: 'defs.json#/maxLength' }],
        }),
        violation('enum', 'value /id'),
        law('id-form', 'value /id'),
      ),
    ).toEqual([{ says: 'id-form: id-form', severity: 'error', also: ['pattern', 'maxLength', 'enum'] }]);
  });

  test.each([
    ['another value', 'value /versions/1/status'],
    ['the name of the property, if the law is about its value', 'key /versions/0/status'],
    ['a place inside', 'value /versions/0/status/0'],
  ])('are two if the violation is at %s', (_, at) => {
    expect(merged(law('status-known', 'value /versions/0/status'), violation('enum', at))).toHaveLength(2);
  });

  test('are two in two files of the same shape', () => {
    const other = violation('enum', 'value /id');
    expect(
      merged(law('id-form', 'value /id'), { ...other, at: { ...other.at, file: 'b.json' } }),
    ).toHaveLength(2);
  });
});

describe('at one token', () => {
  test('two laws stay two, and the violation joins the first', () => {
    expect(
      merged(
        law('status-known', 'value /status'),
        report('documents-agree', 'versions-set', 'value /status'),
        violation('enum', 'value /status'),
      ).map(({ says, also }) => [says, also]),
    ).toEqual([
      ['status-known: status-known', ['enum']],
      ['documents-agree: documents-agree', []],
    ]);
  });

  test('a rule about samples does not replace the schema', () => {
    expect(
      merged(report('sample-has-contract', 'sample', 'value '), violation('type', 'value ')),
    ).toHaveLength(2);
  });

  test('a fact joins the law that compares documents, and no other law', () => {
    const fact = report('facts-agree', 'fact', 'value /version');
    expect(merged(report('documents-agree', 'versions-set', 'value /version'), fact)).toEqual([
      { says: 'documents-agree: documents-agree', severity: 'error', also: ['facts-agree'] },
    ]);
    expect(merged(law('microversion-form', 'value /version'), fact)).toHaveLength(2);
  });

  test("a fact joins that law even if each takes the other's place as right", () => {
    const [a, b] = [{ file: 'a.json' }, { file: 'b.json' }];
    const agree = {
      ...report('documents-agree', 'versions-set', 'value '),
      ...seenAt(tokenIn(a), tokenIn(b)),
    };
    const reverse = { ...report('facts-agree', 'fact', 'value '), ...seenAt(tokenIn(b), tokenIn(a)) };
    const elsewhere = { ...reverse, ...seenAt(tokenIn(b), { file: 'c.json' }) };
    expect(merged(agree, reverse).map(({ also }) => also)).toEqual([['facts-agree']]);
    expect(merged(agree, elsewhere)).toHaveLength(2);
  });
});

describe('a missing property', () => {
  test('is one finding of the law and the schema', () => {
    expect(
      merged(
        law('entry-required', 'opening /versions/0', { missing: 'id', clients: 'all of them' }),
        violation('required', 'opening /versions/0', { missing: 'id' }),
      ),
    ).toEqual([
      {
        says: 'entry-required: entry-required',
        severity: 'error',
        clients: 'all of them',
        also: ['required'],
      },
    ]);
  });

  test.each([
    ['another property of the same object', 'opening /versions/0', 'links'],
    ['the same property of another object', 'opening /versions/1', 'id'],
  ])('is not merged with %s', (_, at, missing) => {
    expect(
      merged(
        law('entry-required', 'opening /versions/0', { missing: 'id' }),
        violation('required', at, { missing }),
      ),
    ).toHaveLength(2);
  });

  test('is not merged with another violation of the object', () => {
    expect(
      merged(
        law('entry-required', 'opening /versions/0', { missing: 'id' }),
        violation('maxProperties', 'opening /versions/0'),
      ),
    ).toHaveLength(2);
  });

  test("that is misspelt keeps the schema's wording, which knows both names, and gets the laws' clients", () => {
    expect(
      merged(
        law('microversion-pair', 'opening /versions/1', { missing: 'min_version', clients: 'a raises' }),
        report('documents-agree', 'versions-set', 'opening /versions/1', { missing: 'min_version' }),
        violation('additionalProperties', 'key /versions/1/minversion', {
          missing: 'min_version',
          message: 'rename it',
          otherKeywords: [{ keyword: 'required', keywordLocation: 'defs.json#/required' }],
        }),
      ),
    ).toEqual([
      {
        says: 'sample-matches-schema: rename it',
        severity: 'error',
        clients: 'a raises',
        also: ['required', 'microversion-pair', 'documents-agree'],
      },
    ]);
  });
});

describe('a keyword about an array', () => {
  test.each(['contains', 'minContains', 'maxContains', 'uniqueItems', 'maxItems'])(
    '%s is a consequence of a law about something inside the array',
    (keyword) => {
      expect(merged(law('self-link', 'value /links/1/rel'), violation(keyword, 'opening /links'))).toEqual([
        { says: 'self-link: self-link', severity: 'error', also: [keyword] },
      ]);
    },
  );

  test.each([
    ['minItems, which nothing inside can cause', 'minItems', 'opening /links'],
    ['the keyword of another array', 'contains', 'opening /links2'],
    ['the keyword of an array inside', 'contains', 'opening /links/1/rel/x'],
    ['a keyword that is not about an array', 'minProperties', 'opening /links'],
  ])('is a separate finding: %s', (_, keyword, at) => {
    expect(merged(law('self-link', 'value /links/1/rel'), violation(keyword, at))).toHaveLength(2);
  });
});

test('merged reports keep their order', () => {
  expect(
    merged(
      violation('type', 'value /b'),
      law('id-form', 'value /a'),
      violation('pattern', 'value /a'),
      violation('type', 'value /c', {
        otherKeywords: [{ keyword: 'enum', keywordLocation: 'defs.json#/enum' }],
      }),
    ).map(({ says, also }) => [says, also]),
  ).toEqual([
    ["sample-matches-schema: the schema's type", []],
    ['id-form: id-form', ['pattern']],
    ["sample-matches-schema: the schema's type", ['enum']],
  ]);
});

test('places without a token are never the same', () => {
  const at = { file: 'a.json' };
  expect(
    merged({ ...law('json-well-formed', 'value '), at }, { ...violation('type', 'value '), at }),
  ).toHaveLength(2);
});

/** How often the place of a report is read if each of this many files has a violation and a law. */
function looksAt(files: number): number {
  let looks = 0;
  const placed = (made: JudgedReport, file: string): JudgedReport => ({
    ...made,
    get at() {
      looks += 1;
      return { file, pointer: '/id', token: 'value' } as const;
    },
  });
  const reports = Array.from({ length: files }, (_, index) => [
    placed(law('status-known', 'value /id'), `${index}.json`),
    placed(violation('enum', 'value /id'), `${index}.json`),
  ]).flat();
  expect(mergeReports(reports)).toHaveLength(files);
  return looks;
}

describe('with reports about many files', () => {
  test('each report is compared only with those of its own file', () => {
    expect(looksAt(200)).toBe(2 * looksAt(100));
  });
});
