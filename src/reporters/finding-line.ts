import type { Finding, RelatedPlace } from '../model/findings/finding';
import { targetLabel } from './of-target';
import { operationNote } from './operation-words';
import { isWholeResponse } from './response-place';
import { visibleText } from './visible-text';

/**
 * A finding in one line: `file:line:column: severity rule-id message`, after the name of its target, if it has one, and before the operation
 * of an OpenAPI document.
 */
export function findingLine(finding: Finding): string {
  return `${targetLabel(finding.target)}${formatPosition(finding)}: ${finding.severity} ${finding.ruleId} ${visibleText(finding.message)}${operationNote(finding)}`;
}

/** `file:line:column` of where a finding or a related place starts; only the URL for a whole response. */
export function formatPosition(place: Finding | RelatedPlace): string {
  const commit = 'commit' in place && place.commit !== undefined ? `${place.commit}:` : '';
  const file = visibleText(commit + place.file);
  return isWholeResponse(place) ? file : `${file}:${place.start.line}:${place.start.column}`;
}

/** A related place in one line: `see file:line:column  message`. */
export function relatedLine(related: RelatedPlace): string {
  return `see ${formatPosition(related)}  ${visibleText(related.message)}`;
}
