import type { Finding } from '../model/finding';

/**
 * A finding as the test of one document shows it. A cause elsewhere, such as a broken schema, may concern a thousand documents: each test
 * names its own.
 */
export function findingInDocument(finding: Finding, document: string | undefined): Finding {
  const { file, related } = finding;
  const own = related.filter((place) => place.file === document);
  return file === document || own.length === 0 ? finding : { ...finding, related: own };
}
