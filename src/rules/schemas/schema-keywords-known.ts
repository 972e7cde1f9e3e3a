import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { dialectName } from '../../schema/dialects/dialect';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';
import { timesInFile } from '../../wording/times-in-file';
import { dialectRange, writeInstead } from './write-instead';

/** Validators ignore an unknown keyword, so values that its author meant to reject are accepted. */
export const schemaKeywordsKnown: Rule<'schema-problem'> = {
  id: 'schema-keywords-known',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'Each keyword in a schema is one of its dialect, begins with x-, or is listed in the manifest.',
  check: (problem) => {
    const { kind, place } = problem;
    if (kind === 'renamed-keyword')
      return [{ at: place, severity: 'info', message: renamedMessage(problem) }];
    if (kind !== 'unknown-keyword') return [];
    const severity = problem.nearest === undefined ? {} : ({ severity: 'error' } as const);
    return [{ at: place, message: keywordMessage(problem), ...severity }];
  },
};

function keywordMessage({
  keyword,
  dialect,
  count,
  knownTo,
  nearest,
  turnedOff,
}: Extract<SchemaProblem, { kind: 'unknown-keyword' }>): string {
  const subject = `${quote(keyword)}${timesInFile(count)}`;
  if (turnedOff !== undefined)
    return `${subject} is ignored: ${turnedOff.metaSchema} does not list its vocabulary ("${turnedOff.vocabulary}") in "$vocabulary"`;
  const instead = writeInstead(keyword, dialect);
  const name = dialectName(dialect);
  if (knownTo.length > 0 && name === dialect) {
    const what = `${subject} is a keyword only ${dialectRange(knownTo)}, so ${dialect} ignores it`;
    return `${what}: ${instead ?? 'remove it'}`;
  }
  const what = `${subject} is not a keyword of ${name}, so it is ignored`;
  if (instead !== undefined) return `${what}: ${instead}`;
  if (nearest !== undefined) return `${what}: did you mean ${quote(nearest)}?`;
  return `${what}: remove it, or list it under \`keywords:\` in the manifest`;
}

function renamedMessage({ keyword, dialect }: Extract<SchemaProblem, { kind: 'renamed-keyword' }>): string {
  switch (keyword) {
    case '$defs':
      return `"$defs" is a keyword only from 2019-09 on, and ${dialect} has "definitions": rename it`;
    case 'definitions':
      return `"definitions" became "$defs" in 2019-09: rename it`;
    default:
      return `${quote(keyword)} was replaced in 2019-09, and most validators ignore it: write "dependentRequired" or "dependentSchemas"`;
  }
}
