import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { reportBelowValue } from '../violations/below-value';
import { distinctReports } from '../violations/distinct-reports';
import { violationMessage } from '../violations/violation-message';

export const discriminatorNamesBranch: Rule<'sample'> = {
  id: 'discriminator-names-branch',
  subject: 'sample',
  severity: 'error',
  summary: 'The property of a `discriminator` names one of its schemas.',
  check: ({ document, claims }, evidence) => {
    const reports = claims.flatMap(({ contract, versions, pattern }) => {
      const [version] = versions;
      if (
        version === undefined ||
        versions.length > 1 ||
        pattern.expect === 'invalid' ||
        document.value === undefined
      )
        return [];
      const verdict = evidence.verdict(document, version.schema);
      if (verdict.kind !== 'checked' || reportBelowValue(document, version.schema, evidence) !== undefined)
        return [];
      return verdict.violations
        .filter(({ keyword }) => keyword === 'discriminator')
        .map((violation) => ({
          at: placeIn(document, violation.instanceLocation, 'value'),
          message: violationMessage(violation),
          keyword: { keyword: violation.keyword, keywordLocation: violation.keywordLocation },
          contract: contract.name,
        }));
    });
    return distinctReports(reports);
  },
};
