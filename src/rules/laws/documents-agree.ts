import { compareMicroversions } from '../../model/versions/microversion';
import type { VersionsSet } from '../../model/versions/versions-set';
import type { Report, Rule } from '../rule';
import { statementsOf, type Aspect, type Statement } from './about/versions-statement';

/** The usual mistake: a value is changed in one document and forgotten in the other. */
export const documentsAgree: Rule<'versions-set'> = {
  id: 'documents-agree',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The documents of a service agree about each version.',
  needs: {
    isMet: ({ members }) => members.length > 1,
    otherwise: 'no two versions documents of one service',
  },
  check: function* (set) {
    const byAspect = new Map<string, Statement[]>();
    for (const statement of statementsOf(set)) {
      if (isRefutedByCode(statement, set)) continue;
      const key = `${statement.version} ${statement.aspect}`;
      const statements = byAspect.get(key) ?? [];
      statements.push(statement);
      byAspect.set(key, statements);
    }
    for (const statements of byAspect.values()) {
      // Nearly always.
      if (statements.every(({ value }) => value === statements[0]?.value)) continue;
      const believed = chooseBelieved(statements);
      for (const statement of statements) {
        if (believed !== undefined && statement.value !== believed.value)
          yield reportDisagreeing(statement, believed);
      }
    }
  },
};

/** `newest-matches-code` reports such a statement, so it is not compared with others as well. */
function isRefutedByCode({ aspect, microversion }: Statement, { newest }: VersionsSet): boolean {
  return (
    aspect === 'newest' &&
    newest !== undefined &&
    microversion?.major === newest.major &&
    compareMicroversions(microversion, newest) !== 0
  );
}

/**
 * The first statement with the value that most documents have. In a tie, a value wins over none, then the newer microversion
 * (the usual cause is a document that nobody updated), then the earlier statement.
 */
function chooseBelieved(statements: readonly Statement[]): Statement | undefined {
  const weight = (value: string): number =>
    statements.filter((statement) => statement.value === value).length;
  return statements.reduce((best, next) => {
    const difference =
      weight(next.value) - weight(best.value) ||
      Number(next.value !== '') - Number(best.value !== '') ||
      (next.aspect === 'newest' ? compareNewest(next, best) : 0);
    return difference > 0 ? next : best;
  });
}

function compareNewest(a: Statement, b: Statement): number {
  return a.microversion === undefined || b.microversion === undefined
    ? 0
    : compareMicroversions(a.microversion, b.microversion);
}

function reportDisagreeing(statement: Statement, believed: Statement): Report {
  const { version, missing, value, written } = statement;
  const aspect = nameOf(statement.aspect);
  const here =
    missing === undefined
      ? `${aspect} of v${version} is ${JSON.stringify(written ?? value)} here`
      : `"${missing}" of v${version} is missing here`;
  const there = believed.document === statement.document ? 'the list' : believed.document.source.name;
  return {
    at: statement.at,
    message: `${here}, but ${there} has ${believed.value === '' ? 'none' : JSON.stringify(believed.written ?? believed.value)}: ${remedyFor(statement, believed)}`,
    ...(missing === undefined ? {} : { missing }),
    related: [{ at: believed.at, message: `${aspect} of v${believed.version}` }],
  };
}

function nameOf(aspect: Aspect): string {
  switch (aspect) {
    case 'newest':
    case 'oldest':
      return `the ${aspect} microversion`;
    case 'updated':
      return '"updated"';
    case 'status':
    case 'self link':
      return `the ${aspect}`;
  }
}

function remedyFor(statement: Statement, believed: Statement): string {
  if (
    statement.aspect === 'newest' &&
    statement.microversion !== undefined &&
    believed.microversion !== undefined
  ) {
    const newer = compareNewest(statement, believed) > 0 ? statement : believed;
    return `${newer.value} is newer, so the other is probably stale`;
  }
  return statement.value === '' || believed.value === ''
    ? 'state it in both or in neither'
    : 'use the same value in both';
}
