import type { AlsoSaid, Excerpt, Finding, RelatedPlace } from '../../model/findings/finding';
import type { Position } from '../../model/documents/place';

/** A finding in reports for programs. Properties are listed one by one, so that a new one does not slip into the format. */
export function jsonFinding(finding: Finding): object {
  return {
    target: finding.target,
    manifest: finding.manifest,
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    groupMessage: finding.groupMessage,
    missing: finding.missing,
    clients: finding.clients,
    fingerprint: finding.fingerprint,
    contract: finding.contract,
    microversion: finding.microversion,
    ...jsonPlace(finding),
    keyword: finding.keyword,
    keywordLocation: finding.keywordLocation,
    operations: finding.operations,
    curl: finding.curl,
    requestedAt: finding.requestedAt && jsonRequest(finding.requestedAt),
    excerpt: finding.excerpt && jsonExcerpt(finding.excerpt),
    also: finding.also.map(jsonAlso),
    related: finding.related.map(jsonRelated),
  };
}

function jsonRelated(related: RelatedPlace): object {
  return { message: related.message, commit: related.commit, ...jsonPlace(related) };
}

function jsonPlace({ file, part, pointer, start, end }: Finding | RelatedPlace): object {
  return { file, part, pointer, start: jsonPosition(start), end: jsonPosition(end) };
}

function jsonRequest({ file, start, end }: NonNullable<Finding['requestedAt']>): object {
  return { file, start: jsonPosition(start), end: jsonPosition(end) };
}

function jsonPosition({ line, column, offset }: Position): object {
  return { line, column, offset };
}

function jsonExcerpt({ line, column, lines }: Excerpt): object {
  return { line, column, lines };
}

function jsonAlso({ ruleId, keyword, keywordLocation }: AlsoSaid): object {
  return { ruleId, keyword, keywordLocation };
}
