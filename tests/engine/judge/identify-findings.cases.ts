import { describe, expect, test } from '@jest/globals';

import { identifyFindings, type IdentityContext } from '../../../src/engine/judge/identify-findings';
import { createRepositoryPaths } from '../../../src/project/disk/folder-in-repository';
import type { LocatedFinding } from '../../../src/engine/judge/located-finding';

const AT = { line: 1, column: 1, offset: 0 };

const VALUE = {
  versions: [
    { id: 'v2.0', links: [{ rel: 'self', href: '/v2/' }] },
    {
      id: 'v2.1',
      links: [
        { rel: 'self', href: '/v2.1/' },
        { rel: 'self', href: '/' },
      ],
    },
    { id: 'v2.1' },
    3,
    { name: 7 },
  ],
};

const FILE: IdentityContext = {
  pathOf: (file) => file,
  requestOf: () => undefined,
  valueOf: (document) => (document === 'a.json' ? VALUE : undefined),
  blank: (text) => text,
};

const FINDING: LocatedFinding = {
  ruleId: 'status-known',
  severity: 'error',
  message: 'm',
  file: 'a.json',
  pointer: '/versions/0/status',
  contract: 'index',
  start: AT,
  end: AT,
  also: [],
  related: [],
};

function fingerprints(changes: readonly Partial<LocatedFinding>[], context = FILE): readonly string[] {
  return identifyFindings(
    changes.map((change) => ({ ...FINDING, ...change })),
    context,
  ).map((finding) => finding.fingerprint);
}

function fingerprint(change: Partial<LocatedFinding>, context: Partial<IdentityContext> = {}): string {
  return fingerprints([change], { ...FILE, ...context }).join();
}

function inFolder(folder: string, file: string): string {
  return fingerprint({ file }, { pathOf: createRepositoryPaths(folder, '/repo'), valueOf: () => VALUE });
}

function inResponse(url: string, target = ''): string {
  return fingerprint({ file: url }, { target, requestOf: () => 'GET /', valueOf: () => VALUE });
}

test('a fingerprint names its algorithm, and is the same on every machine', () => {
  // A change here gives every finding in every baseline a new identity: then the version must change too.
  expect(fingerprint({})).toBe('samplegate/v1:50f8ffe5be988afb0cb98a4f644e8431');
});

describe('a finding keeps its fingerprint', () => {
  test.each<[string, Partial<LocatedFinding>]>([
    ['when its line moves', { start: { line: 9, column: 3, offset: 99 } }],
    ['when its message is reworded', { message: 'other words', clients: 'all' }],
    ['when its severity changes', { severity: 'info' }],
    ['when it has other related places', { related: [{ message: 'x', file: 'b', start: AT, end: AT }] }],
    ['when its sample is recorded at another microversion', { microversion: '2.79' }],
  ])('%s', (_, change) => {
    expect(fingerprint(change)).toBe(fingerprint({}));
  });

  test('when an item is inserted before its own', () => {
    const value = { versions: [{ id: 'v1' }, ...VALUE.versions] };
    expect(fingerprint({ pointer: '/versions/1/status' }, { valueOf: () => value })).toBe(fingerprint({}));
  });

  test('when the run is started in another folder', () => {
    expect(inFolder('/repo/api/samples', '../a.json')).toBe(inFolder('/repo', 'api/a.json'));
  });

  test('at another port of the same service', () => {
    expect(inResponse('http://127.0.0.1:1/v2.1/')).toBe(inResponse('http://127.0.0.1:2/v2.1/'));
  });
});

describe('a finding gets another fingerprint', () => {
  test.each<[string, Partial<LocatedFinding>]>([
    ['of another rule', { ruleId: 'id-form' }],
    ['in another file', { file: 'b.json' }],
    ['in another part', { part: 'line 3' }],
    ['of another contract', { contract: 'show' }],
    ['of another keyword', { keyword: 'enum' }],
    ['at another property', { pointer: '/versions/0/id' }],
    ['at another item', { pointer: '/versions/3/status' }],
  ])('%s', (_, change) => {
    expect(fingerprint(change)).not.toBe(fingerprint({}));
  });

  test('at another service of several', () => {
    expect(inResponse('http://a/', 'west')).not.toBe(inResponse('http://a/', 'east'));
  });
});

describe('an item of a list', () => {
  test('is named by its id, name, rel or href, if no other item has it', () => {
    const inserted = { versions: [0, ...VALUE.versions] };
    const isStable = (pointer: string, moved: string) =>
      fingerprint({ pointer }) === fingerprint({ pointer: moved }, { valueOf: () => inserted });
    expect({
      unique: isStable('/versions/0/links/0/href', '/versions/1/links/0/href'),
      number: isStable('/versions/4/x', '/versions/5/x'),
      twice: isStable('/versions/1/status', '/versions/2/status'),
      scalar: isStable('/versions/3', '/versions/4'),
    }).toEqual({ unique: true, number: true, twice: false, scalar: false });
    const links = ['/versions/1/links/0/href', '/versions/1/links/1/href'];
    expect(new Set(links.map((pointer) => fingerprint({ pointer }))).size).toBe(2);
  });

  test('is named by the start of a long name', () => {
    const [short, long] = [1000, 1_000_000].map((length) =>
      fingerprint({ pointer: '/0' }, { valueOf: () => [{ id: 'x'.repeat(length) }] }),
    );
    expect(long).toBe(short);
  });

  test('has no secret in its name', () => {
    const names: string[] = [];
    fingerprint(
      { pointer: '/0' },
      {
        valueOf: () => [{ id: 'hunter2' }],
        blank: (text) => {
          names.push(text);
          return '';
        },
      },
    );
    expect(names).toEqual(['/id=hunter2']);
  });
});

test('without a pointer, a finding is known by its rule, file and kind of problem', () => {
  const { pointer: _, ...whole } = FINDING;
  const of = (change: Partial<LocatedFinding>) =>
    identifyFindings([{ ...whole, ...change }], FILE).map(({ fingerprint: own }) => own);
  expect(of({ contract: 'other', start: { line: 4, column: 1, offset: 30 } })).toEqual(of({}));
  expect(of({ kind: 'utf-16' })).not.toEqual(of({ kind: 'byte-order-mark' }));
  expect(of({ file: 'b.json' })).not.toEqual(of({}));
});

test('findings that would have the same fingerprint are numbered in their order', () => {
  const [first = '', ...others] = fingerprints([{}, { message: 'other' }, { ruleId: 'id-form' }, {}]);
  expect(others).toEqual([`${first}#2`, fingerprint({ ruleId: 'id-form' }), `${first}#3`]);
});

test('what only identifies a finding is not a part of it', () => {
  expect(Object.keys(identifyFindings([{ ...FINDING, kind: 'malformed' }], FILE)[0] ?? {})).not.toContain(
    'kind',
  );
});
