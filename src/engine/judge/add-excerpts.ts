import type { CheckResult, ResultWithTexts } from '../../model/findings/check-result';
import { excerptOf } from '../../text/excerpt';
import { mapFindings } from './map-findings';

/** The result with the lines around each finding. This follows the blanking of secrets, which would not find one that is cut. */
export function addExcerpts({ sources, ...result }: ResultWithTexts): CheckResult {
  return mapFindings(result, (finding) => {
    if (finding.excerpt !== undefined) return finding;
    const excerpt = excerptOf(sources.get(finding.file)?.text ?? '', finding);
    return excerpt === undefined ? finding : { ...finding, excerpt };
  });
}
