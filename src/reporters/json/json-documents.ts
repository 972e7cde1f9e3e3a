import type { CheckResult } from '../../model/check-result';
import { uniqueBy } from '../../model/group-by';
import { documentName } from '../../model/source';

/** The samples and responses with findings, in reports for programs: what a report about findings says of their documents. */
export function jsonDocuments({
  findings,
  verdicts,
}: Pick<CheckResult, 'findings' | 'verdicts'>): readonly object[] {
  const wrong = new Set(findings.map(documentName));
  const documents = verdicts.flatMap(({ file, part, group, operations, contract }) =>
    file === undefined || group === 'rule' || !wrong.has(documentName({ file, part }))
      ? []
      : [{ file, part, group, operations, contract }],
  );
  return uniqueBy(documents, documentName);
}
