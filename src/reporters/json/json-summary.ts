import type {
  BaseSummary,
  CheckResult,
  ManifestSummary,
  NotChecked,
  OpenApiSummary,
  VersionRow,
} from '../../model/findings/check-result';
import type { Part } from '../../model/project/scope';
import type { Severity } from '../../model/severity';

/** The summary of a run over one project or service, in reports for programs. */
export function jsonSummary({
  part,
  base,
  manifest,
  manifests,
  contracts,
  facts,
  samples,
  openApi,
  rules,
  documents,
  responses,
  findings,
  wrongOnPurpose,
  alsoRequested,
  notChecked,
}: CheckResult['summary']): object {
  return {
    ...(part === undefined ? {} : { part: jsonPart(part) }),
    ...(base === undefined ? {} : { base: jsonBase(base) }),
    ...(manifest === undefined ? {} : { manifest }),
    ...(manifests === undefined ? {} : { manifests: manifests.map(jsonManifest) }),
    contracts,
    ...(facts === undefined ? {} : { facts }),
    samples,
    ...(openApi === undefined ? {} : { openApi: jsonOpenApi(openApi) }),
    rules,
    documents,
    ...(responses === undefined ? {} : { responses }),
    findings: jsonCounts(findings),
    ...(wrongOnPurpose === undefined ? {} : { wrongOnPurpose }),
    ...(alsoRequested === undefined ? {} : { alsoRequested }),
    notChecked: jsonNotChecked(notChecked),
  };
}

function jsonManifest({ manifest, contracts, samples, findings }: ManifestSummary): object {
  return { manifest, contracts, samples, findings: jsonCounts(findings) };
}

function jsonOpenApi({ operations, contracts, examples, schemaExamples, unusedBy }: OpenApiSummary): object {
  return { operations, contracts, examples, schemaExamples, ...(unusedBy === undefined ? {} : { unusedBy }) };
}

function jsonBase({ commit, why, allowed }: BaseSummary): object {
  return {
    commit,
    why,
    allowed: allowed.map(({ ruleId, subject, reason, commit: hash, author }) => ({
      ruleId,
      subject,
      reason,
      commit: hash,
      author,
    })),
  };
}

function jsonPart(part: Part): object {
  switch (part.kind) {
    case 'changed':
      return { changedSince: part.since };
    case 'shard':
      return { shard: part.shard.index, of: part.shard.count };
  }
}

/** The number of findings per severity. */
export function jsonCounts({ error, warning, info }: Readonly<Record<Severity, number>>): object {
  return { error, warning, info };
}

/** What a run did not check. */
export function jsonNotChecked(left: readonly NotChecked[]): readonly object[] {
  return left.map(({ what, one, items, nothingOf }) => ({ what, one, items, nothingOf }));
}

/** A row of the versions table. */
export function jsonVersion({ file, id, status, oldest, newest, self }: VersionRow): object {
  return { file, id, status, oldest, newest, self };
}
