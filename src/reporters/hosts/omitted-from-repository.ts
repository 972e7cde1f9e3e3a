import type { PlacedFinding } from '../reporter';
import { isInResponse } from '../response-place';
import { repositoryPlace } from './repository-place';

/** What a report for a host of repositories leaves out, if it takes at most so many findings; undefined if that is nothing. */
export function omittedFromRepository(
  findings: readonly PlacedFinding[],
  limit = Number.POSITIVE_INFINITY,
): string | undefined {
  const left = findings.filter((finding) => repositoryPlace(finding) === undefined);
  const placed = findings.length - left.length;
  const inResponses = left.filter(isInResponse).length;
  const parts = [
    [inResponses, `${inResponses} in responses that no manifest or targets file names`],
    [left.length - inResponses, `${left.length - inResponses} in the standard input`],
    [placed - limit, `the ${placed - limit} least severe of more than ${limit}`],
  ] as const;
  const words = parts.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return words.length === 0 ? undefined : `findings left out of the report: ${words.join(', ')}`;
}
