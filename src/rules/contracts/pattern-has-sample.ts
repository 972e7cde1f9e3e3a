import type { MissingPart, UnmatchedPattern } from '../../model/contracts/contract';
import { count, shortList } from '../../wording/list-words';
import type { Report, Rule } from '../rule';

export const patternHasSample: Rule<'unmatched-pattern'> = {
  id: 'pattern-has-sample',
  subject: 'unmatched-pattern',
  severity: 'error',
  summary: 'Every pattern under `samples:` matches a sample.',
  check: (unmatched) => [
    unmatched.without === undefined ? reportPattern(unmatched) : reportPart(unmatched, unmatched.without),
  ],
};

function reportPattern({
  contracts: [contract],
  pattern,
  nearest,
  excludedBy,
  asPart,
}: UnmatchedPattern): Report {
  const which = `\`${pattern.template ?? pattern.pattern}\` of ${contract?.template ?? contract?.name}`;
  if (asPart !== undefined)
    return {
      at: pattern.place,
      message: `the pattern ${which} matches no sample: for a part of a file, write \`{ path: ${asPart.path}, at: ${asPart.at} }\``,
    };
  return {
    at: pattern.place,
    message: `the pattern ${which} matches ${unmatchedBecause(excludedBy, nearest)}`,
  };
}

function unmatchedBecause(
  excludedBy: UnmatchedPattern['excludedBy'],
  nearest: UnmatchedPattern['nearest'],
): string {
  switch (excludedBy) {
    case 'ignore':
      return 'only files that `ignore:` excludes: fix one of them';
    case 'schemas':
      return 'only files in a folder of `schemas:`, which has no samples: use one folder for `samples:` and `schemas:`, or move them';
    case undefined:
      return `no sample: ${nearest === undefined ? 'fix it, or remove it' : `did you mean \`${nearest}\`?`}`;
  }
}

/** The files exist, but not the part of them that is the sample. */
function reportPart(
  { contracts: [contract], pattern: { pattern, template, select, place } }: UnmatchedPattern,
  without: readonly MissingPart[],
): Report {
  const [first] = without;
  const name = contract?.template ?? contract?.name;
  const query = select?.at ?? select?.items ?? select?.fence ?? template ?? pattern;
  const files =
    without.length === 1
      ? `\`${first?.path ?? pattern}\``
      : `${count(without.length, 'file')}: ${shortList(without.map(({ path }) => `\`${path}\``))}`;
  if (first?.reason === 'timed-out')
    return {
      at: select?.place ?? place,
      message: `\`${query}\` of ${name} takes too long in ${files}; simplify it, or raise \`limits.validation_time\``,
    };
  if (first?.reason === 'no-block')
    return {
      at: select?.place ?? place,
      message: `no fenced block in \`${pattern}\` has \`${query}\` after its fence: fix it, or remove it`,
    };
  const cure = first?.nearest === undefined ? 'fix it, or remove it' : `did you mean \`${first.nearest}\`?`;
  return {
    at: select?.place ?? place,
    message:
      without.length === 1
        ? `\`${query}\` of ${name} selects nothing in ${files}: ${cure}`
        : `\`${query}\` of ${name} selects nothing in ${files}`,
  };
}
