import type {
  CheckResult,
  ManifestSummary,
  NotChecked,
  OpenApiSummary,
  Summary,
} from '../../model/findings/check-result';
import { groupBy, uniqueBy } from '../../model/group-by';
import { digest } from '../../project/cache/cache-files';
import { COMPARISONS } from '../base/open-change';
import { addCounts } from '../fleet/merge-counts';
import { mapFindings } from '../judge/map-findings';
import { joinUnusedBreaks } from './join-unused-breaks';

/** The result of one of several manifests. */
export interface ManifestResult {
  /** The manifest, as findings name it. */
  readonly manifest: string;
  /** The same, independently of the working folder. */
  readonly portable: string;
  readonly result: CheckResult;
}

/** One result for several manifests: each finding and verdict with its manifest, in their order, and one summary. */
export function mergeResults(all: readonly ManifestResult[]): CheckResult {
  const joined = joinUnusedBreaks(all.map(({ result }) => result));
  const results = all.map((each, at) => ({ ...each, result: joined[at] ?? each.result }));
  const own = results.map(({ manifest, portable, result }) => {
    const named = mapFindings(result, (finding) => ({
      ...finding,
      manifest,
      fingerprint: inManifest(finding.fingerprint, portable),
    }));
    return { ...named, verdicts: named.verdicts.map((verdict) => ({ ...verdict, manifest })) };
  });
  return {
    findings: own.flatMap(({ findings }) => findings),
    verdicts: own.flatMap(({ verdicts }) => verdicts),
    summary: mergeSummaries(results),
    rules: uniqueBy(
      own.flatMap(({ rules }) => rules),
      ({ id }) => id,
    ),
  };
}

/** A file may belong to several manifests, and a finding in it is then one of each. */
function inManifest(fingerprint: string, manifest: string): string {
  const [algorithm = ''] = fingerprint.split(':');
  return `${algorithm}:${digest(JSON.stringify([manifest, fingerprint])).slice(0, 32)}`;
}

function mergeSummaries(results: readonly ManifestResult[]): Summary {
  const summaries = results.map(({ result }) => result.summary);
  const sum = (of: (summary: Summary) => number) => summaries.reduce((total, each) => total + of(each), 0);
  const [part] = summaries.flatMap((summary) => summary.part ?? []);
  const bases = summaries.flatMap((summary) => summary.base ?? []);
  const [base] = bases;
  const facts = sum((summary) => summary.facts ?? 0);
  const openApi = mergeOpenApi(summaries.flatMap((summary) => summary.openApi ?? []));
  const wrongOnPurpose = summaries.flatMap((summary) => summary.wrongOnPurpose ?? []);
  return {
    ...(part === undefined ? {} : { part }),
    ...(base === undefined ? {} : { base: { ...base, allowed: bases.flatMap(({ allowed }) => allowed) } }),
    manifests: results.map(({ manifest, result: { summary } }): ManifestSummary => ({
      manifest,
      contracts: summary.contracts,
      samples: summary.samples,
      findings: summary.findings,
    })),
    contracts: sum(({ contracts }) => contracts),
    ...(facts === 0 ? {} : { facts }),
    samples: sum(({ samples }) => samples),
    ...(openApi === undefined ? {} : { openApi }),
    rules: Math.max(0, ...summaries.map(({ rules }) => rules)),
    documents: sum(({ documents }) => documents),
    findings: addCounts(summaries.map(({ findings }) => findings)),
    ...(wrongOnPurpose.length === 0 ? {} : { wrongOnPurpose }),
    notChecked: mergeNotChecked(summaries.flatMap(({ notChecked }) => notChecked)),
  };
}

function mergeOpenApi(summaries: readonly OpenApiSummary[]): OpenApiSummary | undefined {
  if (summaries.length === 0) return undefined;
  const sum = (of: (summary: OpenApiSummary) => number) =>
    summaries.reduce((total, each) => total + of(each), 0);
  return {
    operations: sum(({ operations }) => operations),
    contracts: sum(({ contracts }) => contracts),
    examples: sum(({ examples }) => examples),
    schemaExamples: sum(({ schemaExamples }) => schemaExamples),
  };
}

/** Items of one manifest may read like those of another, but what was not compared with the base is said of the repository. */
function mergeNotChecked(all: readonly NotChecked[]): readonly NotChecked[] {
  return [...groupBy(all, ({ what, nothingOf }) => `${what}\0${nothingOf}`).values()].flatMap((alike) => {
    const items = alike.flatMap((each) => each.items);
    return alike
      .slice(0, 1)
      .map((first) => ({ ...first, items: first.what === COMPARISONS ? [...new Set(items)] : items }));
  });
}
