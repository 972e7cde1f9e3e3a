import type { OmittedCount } from '../reporter';
import { isInResponse } from '../response-place';
import { repositoryPlace } from './repository-place';

/** Counts what a report for a host of repositories leaves out, if it takes at most so many findings. */
export function omittedFromRepository(limit = Number.POSITIVE_INFINITY): OmittedCount {
  const counts = { placed: 0, inResponses: 0, inStdin: 0 };
  return {
    add: (finding) => {
      if (repositoryPlace(finding) !== undefined) counts.placed += 1;
      else if (isInResponse(finding)) counts.inResponses += 1;
      else counts.inStdin += 1;
    },
    words: () => {
      const { placed, inResponses, inStdin } = counts;
      const parts = [
        [inResponses, `${inResponses} in responses that no manifest or targets file names`],
        [inStdin, `${inStdin} in the standard input`],
        [placed - limit, `the ${placed - limit} least severe of more than ${limit}`],
      ] as const;
      const words = parts.flatMap(([count, text]) => (count > 0 ? [text] : []));
      return words.length === 0 ? undefined : `findings left out of the report: ${words.join(', ')}`;
    },
  };
}
