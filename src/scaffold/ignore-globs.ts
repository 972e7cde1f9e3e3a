import { createGlobs } from './sample-globs';

const SUFFIXES = ['.schema.json', '-schema.json', '_schema.json', '.openapi.json'];

/** Few globs that match these files that are not samples, most of them schemas, and none of the samples. All paths are relative to the sample root. */
export function ignoreGlobs(others: readonly string[], samples: readonly string[]): readonly string[] {
  const suffixes = SUFFIXES.filter(
    (suffix) =>
      others.filter((path) => path.endsWith(suffix)).length > 1 &&
      !samples.some((path) => path.endsWith(suffix)),
  );
  const rest = others.filter((path) => !suffixes.some((suffix) => path.endsWith(suffix)));
  return [
    ...suffixes.map((suffix) => `**/*${suffix}`),
    ...createGlobs([...samples, ...others], { areSamples: false })(rest, (folder) =>
      /schemas?$/i.test(folder),
    ),
  ];
}
