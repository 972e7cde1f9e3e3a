import type { CheckResult, OpenApiSummary, Summary, Verdict } from '../model/findings/check-result';
import type { Finding } from '../model/findings/finding';
import { documentName } from '../model/documents/source';
import { andList, count } from '../wording/list-words';
import { isInResponse } from './response-place';

/** Findings are in samples and responses, and in other files: the manifest, a schema, the text of a fact. */
export function affectedWords({ findings, verdicts, summary }: CheckResult): string {
  const wrong = [...new Map(findings.map((finding) => [documentName(finding), finding])).values()];
  const responses = wrong.filter(isInResponse).length;
  const files = wrong.length - responses;
  if (summary.openApi !== undefined) return affectedOfOpenApi({ verdicts, summary }, summary.openApi, wrong);
  if (summary.samples === 0 && responses === 0) {
    return files > summary.documents
      ? count(files, 'file')
      : `${files} of ${count(summary.documents, 'document')}`;
  }
  const ofSamples = namesOf(verdicts.filter(({ group }) => group === 'sample'));
  const samples = wrong.filter((finding) => ofSamples.has(documentName(finding))).length;
  const others = files - samples;
  return andList([
    ...(samples > 0 || responses === 0 ? [`${samples} of ${count(summary.samples, 'sample')}`] : []),
    ...responseWords(responses, summary),
    ...(others > 0 ? [count(others, 'other file')] : []),
  ]);
}

/** With OpenAPI documents, findings are also in examples, and elsewhere in the documents. `wrong` has a finding of each document. */
function affectedOfOpenApi(
  { verdicts, summary }: Pick<CheckResult, 'verdicts' | 'summary'>,
  { examples: allExamples }: OpenApiSummary,
  wrong: readonly Finding[],
): string {
  const ofSamples = verdicts.filter(({ group }) => group === 'sample');
  const isExample = isOneOf(ofSamples.filter(({ operations }) => operations !== undefined));
  const isSample = isOneOf(ofSamples.filter(({ operations }) => operations === undefined));
  const samples = wrong.filter(isSample).length;
  const examples = wrong.filter(isExample).length;
  const responses = wrong.filter(isInResponse).length;
  const elsewhere = wrong.filter(
    (finding) => !isInResponse(finding) && !isExample(finding) && !isSample(finding),
  );
  const parts = [
    ...(samples > 0 ? [`${samples} of ${count(summary.samples - allExamples, 'sample')}`] : []),
    ...(examples > 0 ? [`${examples} of ${count(allExamples, 'example')}`] : []),
    ...responseWords(responses, summary),
  ];
  const [file, ...others] = new Set(elsewhere.map((finding) => finding.file));
  if (file === undefined) return andList(parts);
  const where = others.length === 0 ? file : count(others.length + 1, 'file');
  return andList([...parts, parts.length === 0 ? where : `elsewhere in ${where}`]);
}

/** Whether a finding is in the document of one of these verdicts. */
function isOneOf(verdicts: readonly Verdict[]): (finding: Finding) => boolean {
  const names = namesOf(verdicts);
  return (finding) => names.has(documentName(finding));
}

function responseWords(affected: number, { responses = 0 }: Pick<Summary, 'responses'>): readonly string[] {
  return affected > 0 ? [`${affected} of ${count(Math.max(affected, responses), 'response')}`] : [];
}

function namesOf(verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(
    verdicts.flatMap(({ file, part }) => (file === undefined ? [] : documentName({ file, part }))),
  );
}
