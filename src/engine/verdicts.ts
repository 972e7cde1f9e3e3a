import type { Verdict } from '../model/check-result';
import type { Sample } from '../model/contract';
import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import type { AnyRule, SubjectKind, SubjectLists } from '../rules/rule';

/** Whether a rule is about one document, so that its findings belong to that document's verdict. */
export function isAboutOneDocument({ subject }: AnyRule): boolean {
  return subject === 'document' || subject === 'sample' || subject === 'versions';
}

/** One verdict a document, over the rules that it was held to alone; and one for each rule that looks across documents. */
export function createVerdicts(
  subjects: SubjectLists,
  rules: readonly AnyRule[],
  findings: readonly Finding[],
): readonly Verdict[] {
  const samples = new Map(subjects.sample.map((sample) => [sample.document, sample]));
  const versions = new Set(subjects.versions.map(({ document }) => document));
  const within = new Set(rules.filter(isAboutOneDocument).map(({ id }) => id));
  const byFile = groupBy(
    findings.filter((finding) => saidBy(finding).some((id) => within.has(id))),
    ({ file }) => file,
  );
  const ofDocuments = subjects.document.map((document): Verdict => {
    const sample = samples.get(document);
    // A law says nothing of a document that is no versions document, so it did not pass it either.
    const kinds = new Set<SubjectKind>(['document']);
    if (sample !== undefined) kinds.add('sample');
    if (versions.has(document)) kinds.add('versions');
    return {
      group: 'sample',
      name: sample?.path ?? document.source.name,
      file: document.source.name,
      ...contractOf(sample),
      rules: rules.filter(({ subject }) => kinds.has(subject)).map(({ id }) => id),
      findings: byFile.get(document.source.name) ?? [],
    };
  });
  const ofRules = rules
    .filter((rule) => !isAboutOneDocument(rule))
    .map(({ id }): Verdict => ({
      group: 'rule',
      name: id,
      rules: [id],
      findings: findings.filter((finding) => saidBy(finding).includes(id)),
    }));
  return [...ofDocuments, ...ofRules];
}

/** A finding for which one rule speaks and others agree is every one's: none of them passed. */
function saidBy({ ruleId, also }: Finding): readonly string[] {
  return [ruleId, ...also.map((said) => said.ruleId)];
}

function contractOf(sample: Sample | undefined): Pick<Verdict, 'contract'> {
  const names = new Set((sample?.claims ?? []).map(({ contract }) => contract.name));
  return names.size === 0 ? {} : { contract: [...names].join(', ') };
}
