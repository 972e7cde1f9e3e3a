import type { Fact, FactSource } from '../../model/project/fact';
import type { Comparison } from '../../model/live/live';
import type { Project } from '../../model/project/project';
import { readFact } from '../../project/load-facts';

/** The facts of a project as a service answers them: each place in a sample is looked up in the response that is compared with it. */
export function liveFacts(
  { facts, samples, limits }: Pick<Project, 'facts' | 'samples' | 'limits'>,
  comparisons: readonly Comparison[],
): readonly Fact[] {
  const paths = new Map(samples.map(({ path, document }) => [document, path]));
  const responses = new Map(comparisons.map(({ sample, response }) => [paths.get(sample), response]));
  return facts
    .map(({ name, sources }) => ({
      name,
      sources: sources.flatMap(({ description, place, query, problem }): readonly FactSource[] => {
        const response = query === undefined ? undefined : responses.get(query.sample);
        if (query === undefined || response === undefined) return [];
        const found = readFact(response, query.at, { limits, name: response.source.name });
        // A wrong query is already reported for the sample, and a value that the response lacks by the comparison.
        const isReported = problem !== undefined || found.isUnread !== true;
        return found.problem !== undefined && isReported ? [] : [{ description, place, query, ...found }];
      }),
    }))
    .filter(({ sources }) => sources.length > 1);
}
