import type { CheckResult } from '../../model/findings/check-result';
import { uniqueBy } from '../../model/group-by';
import { documentName } from '../../model/documents/source';

interface DocumentOfManifest {
  readonly manifest?: string | undefined;
  readonly file: string;
  readonly part?: string | undefined;
}

/** Identifies a document of a manifest: several manifests may claim one sample. */
export function documentKey({ manifest = '', ...document }: DocumentOfManifest): string {
  return `${manifest}\0${documentName(document)}`;
}

/** The samples and responses with findings, in reports for programs: what a report about findings says of their documents. */
export function jsonDocuments({
  findings,
  verdicts,
}: Pick<CheckResult, 'findings' | 'verdicts'>): readonly object[] {
  const wrong = new Set(findings.map(documentName));
  const documents = verdicts.flatMap(({ manifest, file, part, group, operations, contract }) =>
    file === undefined || group === 'rule' || !wrong.has(documentName({ file, part }))
      ? []
      : [{ manifest, file, part, group, operations, contract }],
  );
  return uniqueBy(documents, documentKey);
}
