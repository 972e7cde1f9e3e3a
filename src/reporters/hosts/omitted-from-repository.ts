import type { Finding } from '../../model/finding';
import { repositoryPlace } from './repository-place';

/** What a report for a host of repositories leaves out, if it takes at most so many findings; undefined if that is nothing. */
export function omittedFromRepository(
  findings: readonly Finding[],
  limit = Number.POSITIVE_INFINITY,
): string | undefined {
  const placed = findings.filter((finding) => repositoryPlace(finding) !== undefined).length;
  const parts = [
    ...(placed < findings.length ? [`${findings.length - placed} in responses that no manifest names`] : []),
    ...(placed > limit ? [`the ${placed - limit} least severe of more than ${limit}`] : []),
  ];
  return parts.length === 0 ? undefined : `findings left out of the report: ${parts.join(', ')}`;
}
