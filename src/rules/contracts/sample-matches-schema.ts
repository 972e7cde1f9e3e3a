import { causesOf } from '../../schema/explain/causes';
import type { Report, Rule } from '../rule';
import { reportBelowValue } from '../violations/below-value';
import { distinctReports } from '../violations/distinct-reports';
import { reportCause } from '../violations/report-cause';

export const sampleMatchesSchema: Rule<'sample'> = {
  id: 'sample-matches-schema',
  subject: 'sample',
  severity: 'error',
  summary: 'A sample is valid against the schema of each contract that claims it, at its microversion.',
  check: ({ document, claims }, evidence) => {
    if (document.value === undefined) return [];
    const reports = claims.flatMap(({ contract, versions: [version, ...others], pattern }) => {
      if (version === undefined || others.length > 0 || pattern.expect === 'invalid') return [];
      const belowValue = reportBelowValue(document, version.schema, evidence);
      if (belowValue !== undefined) return [{ ...belowValue, contract: contract.name }];
      const verdict = evidence.verdict(document, version.schema);
      return verdict.kind === 'checked' && verdict.violations.length > 0
        ? causesOf(verdict.violations.filter(({ keyword }) => keyword !== 'discriminator')).map((cause) => ({
            ...reportCause(document, cause),
            contract: contract.name,
          }))
        : [];
    });
    return bounded(distinctReports(reports));
  },
};

/** A document that is wrong as a whole, such as a different document under its name, would otherwise give a hundred thousand findings. */
const MOST_REPORTS = 1000;

function bounded(reports: readonly Report[]): readonly Report[] {
  const [last] = reports.slice(MOST_REPORTS);
  if (last === undefined) return reports;
  const more = {
    at: last.at,
    message: `${reports.length - MOST_REPORTS} more findings omitted`,
  };
  return [...reports.slice(0, MOST_REPORTS), more];
}
