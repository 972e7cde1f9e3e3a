import type { Finding } from '../model/findings/finding';
import { documentName } from '../model/documents/source';

/**
 * A finding as the test of one document shows it. A cause elsewhere, such as a broken schema, may concern a thousand documents: each test
 * names its own.
 */
export function findingInDocument(finding: Finding, document: string | undefined): Finding {
  const own = finding.related.filter((place) => documentName(place) === document);
  return documentName(finding) === document || own.length === 0 ? finding : { ...finding, related: own };
}
