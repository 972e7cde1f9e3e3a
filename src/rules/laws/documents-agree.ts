import { compareMicroversions } from '../../model/microversion';
import type { VersionsSet } from '../../model/versions-set';
import type { Report, Rule } from '../rule';
import { statementsOf, type Aspect, type Statement } from './about/versions-statement';

/** The usual accident: a value is changed in one document and forgotten in the other. */
export const documentsAgree: Rule<'versions-set'> = {
  id: 'documents-agree',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The documents of a service say the same of each version.',
  check: function* (set) {
    const byAspect = new Map<string, Statement[]>();
    for (const statement of statementsOf(set)) {
      if (isRefutedByCode(statement, set)) continue;
      const key = `${statement.version} ${statement.aspect}`;
      const told = byAspect.get(key) ?? [];
      told.push(statement);
      byAspect.set(key, told);
    }
    for (const told of byAspect.values()) {
      const believed = chooseBelieved(told);
      for (const statement of told) {
        if (believed !== undefined && statement.value !== believed.value) yield describe(statement, believed);
      }
    }
  },
};

/** What `newest-matches-code` says of a statement need not be said again by comparing it with others. */
function isRefutedByCode({ aspect, microversion }: Statement, { newest }: VersionsSet): boolean {
  return (
    aspect === 'newest' &&
    newest !== undefined &&
    microversion?.major === newest.major &&
    compareMicroversions(microversion, newest) !== 0
  );
}

/**
 * The first statement of the value that most documents tell. Of two told equally often the one that tells something,
 * then the newer microversion (a document that nobody updated is the usual cause), then the earlier statement.
 */
function chooseBelieved(told: readonly Statement[]): Statement | undefined {
  const weight = (value: string): number => told.filter((statement) => statement.value === value).length;
  return told.reduce((best, next) => {
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

function describe(statement: Statement, believed: Statement): Report {
  const here =
    statement.missing === undefined
      ? `${JSON.stringify(statement.value)} here`
      : `no "${statement.missing}" here`;
  const there = believed.document === statement.document ? 'the list' : believed.document.source.name;
  const what = nameOf(statement.aspect);
  return {
    at: statement.at,
    message: `${here}, but ${there} says ${believed.value === '' ? 'that there is none' : JSON.stringify(believed.value)}: ${wayOut(statement, believed, what)}`,
    ...(statement.missing === undefined ? {} : { missing: statement.missing }),
    related: [{ at: believed.at, message: `the ${what} of v${believed.version}` }],
  };
}

function nameOf(aspect: Aspect): string {
  switch (aspect) {
    case 'newest':
    case 'oldest':
      return `${aspect} microversion`;
    case 'updated':
      return '"updated"';
    case 'status':
    case 'self link':
      return aspect;
  }
}

function wayOut(statement: Statement, believed: Statement, what: string): string {
  if (
    statement.aspect === 'newest' &&
    statement.microversion !== undefined &&
    believed.microversion !== undefined
  ) {
    const newer = compareNewest(statement, believed) > 0 ? statement : believed;
    return `${newer.value} is the newer`;
  }
  return statement.value === '' || believed.value === ''
    ? 'say it in both or in neither'
    : `a version has one ${what}`;
}
