import { createGlobs } from './sample-globs';

const SUFFIXES = ['.schema.json', '-schema.json', '_schema.json', '.openapi.json'];

/** Few globs that match these schemas, and none of the samples. All paths are relative to the sample root. */
export function ignoreGlobs(schemas: readonly string[], samples: readonly string[]): readonly string[] {
  const suffixes = SUFFIXES.filter(
    (suffix) =>
      schemas.filter((path) => path.endsWith(suffix)).length > 1 &&
      !samples.some((path) => path.endsWith(suffix)),
  );
  const rest = schemas.filter((path) => !suffixes.some((suffix) => path.endsWith(suffix)));
  return [
    ...suffixes.map((suffix) => `**/*${suffix}`),
    ...createGlobs([...samples, ...schemas])(rest, () => true),
  ];
}
