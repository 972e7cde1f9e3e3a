import type { Fact, FactSource } from '../../model/fact';
import type { Comparison } from '../../model/live';
import type { Project } from '../../model/project';
import { readFact } from '../../project/load-facts';

/** The facts of a project as a service tells them: each place in a sample is looked up in the response that answers to it. */
export function liveFacts(
  { facts, samples, limits }: Pick<Project, 'facts' | 'samples' | 'limits'>,
  comparisons: readonly Comparison[],
): readonly Fact[] {
  const paths = new Map(samples.map(({ path, document }) => [document, path]));
  const responses = new Map(comparisons.map(({ sample, response }) => [paths.get(sample), response]));
  return (
    facts
      .map(({ name, sources }) => ({
        name,
        sources: sources.flatMap(({ description, place, query }): readonly FactSource[] => {
          const response = query === undefined ? undefined : responses.get(query.sample);
          return query === undefined || response === undefined
            ? []
            : [
                {
                  description,
                  place,
                  query,
                  ...readFact(response, query.at, { limits, name: response.source.name }),
                },
              ];
        }),
      }))
      // Whether a fact can be looked up at all is said of the samples; what a response lacks, the comparison says.
      .map(({ name, sources }) => ({ name, sources: sources.filter(({ problem }) => problem === undefined) }))
      .filter(({ sources }) => sources.length > 1)
  );
}
