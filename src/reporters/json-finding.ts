import type { AlsoSaid, Finding, RelatedPlace } from '../model/finding';
import type { Position } from '../model/place';

/** A finding in reports for programs. Properties are listed one by one, so that a new one does not slip into the format. */
export function jsonFinding(finding: Finding): object {
  const { ruleId, severity, message, clients, keyword, keywordLocation, operations, curl, also, related } =
    finding;
  return {
    ruleId,
    severity,
    message,
    clients,
    ...jsonPlace(finding),
    keyword,
    keywordLocation,
    operations,
    curl,
    also: also.map(jsonAlso),
    related: related.map(jsonRelated),
  };
}

function jsonRelated(related: RelatedPlace): object {
  return { message: related.message, ...jsonPlace(related) };
}

function jsonPlace({ file, part, pointer, start, end }: Finding | RelatedPlace): object {
  return { file, part, pointer, start: jsonPosition(start), end: jsonPosition(end) };
}

function jsonPosition({ line, column, offset }: Position): object {
  return { line, column, offset };
}

function jsonAlso({ ruleId, keyword, keywordLocation }: AlsoSaid): object {
  return { ruleId, keyword, keywordLocation };
}
