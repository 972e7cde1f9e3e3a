import type { Sample } from '../../model/contracts/contract';
import { excludedBy } from '../../schema/link/directed';
import { placeIn } from '../place-in';
import type { Evidence, Report } from '../rule';
import { distinctReports } from '../violations/distinct-reports';
import { violationMessage } from '../violations/violation-message';

/** The values of a sample for properties that its direction excludes. */
export function reportExcluded(
  keyword: 'readOnly' | 'writeOnly',
  { document, claims }: Sample,
  evidence: Evidence,
): readonly Report[] {
  const expected = claims.filter(({ pattern }) => pattern.expect === 'valid');
  const reports = expected.flatMap(({ contract, versions }) =>
    versions.flatMap(({ schema }) => {
      if (schema.direction === undefined || excludedBy(schema.direction) !== keyword) return [];
      return evidence
        .excludedValues(document, schema)
        .filter((violation) => violation.keyword === keyword)
        .map((violation) => ({
          at: placeIn(document, violation.instanceLocation, 'key'),
          message: violationMessage(violation),
          keyword: { keyword, keywordLocation: violation.keywordLocation },
          contract: contract.name,
        }));
    }),
  );
  return distinctReports(reports);
}
