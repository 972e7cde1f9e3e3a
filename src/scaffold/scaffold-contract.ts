import { formatMicroversion, type Microversion } from '../model/versions/microversion';
import type { SampleGroup } from './group-samples';
import { pathMicroversion } from './microversion-folder';
import { stretchesOf, type RecordedValue } from './infer/stretches';

/** A contract as the manifest has it. */
export interface ContractEntry {
  readonly name: string;
  readonly entry: object;
}

/** A new contract, and the values from which each of its schemas is inferred. */
export interface ScaffoldedContract extends ContractEntry {
  /** Paths are relative to the schema root. */
  readonly schemas: readonly { readonly path: string; readonly values: readonly unknown[] }[];
}

/**
 * The contract for a group of samples, with `schema:` if they have one shape, else with `ranges:`. The schema of a range is
 * named after its first sample's microversion (`servers/show/v2.9.json`), and keeps that name if the range is widened later.
 */
export function scaffoldContract(
  { name, pattern, paths, hasMicroversions }: SampleGroup,
  valuesByPath: ReadonlyMap<string, readonly unknown[]>,
  base: Microversion | undefined,
): ScaffoldedContract {
  const file = name.replaceAll('.', '/');
  const recorded = paths.flatMap((path): readonly RecordedValue[] => {
    const microversion = pathMicroversion(path) ?? base;
    const values = valuesByPath.get(path) ?? [];
    return microversion === undefined ? [] : values.map((value) => ({ microversion, value }));
  });
  const stretches = hasMicroversions ? stretchesOf(recorded) : [];
  if (stretches.length < 2) {
    const values = paths.flatMap((path) => valuesByPath.get(path) ?? []);
    const path = `${file}.json`;
    return { name, entry: { schema: path, samples: pattern }, schemas: [{ path, values }] };
  }
  const ranged = stretches.map(({ first, range, values }) => ({
    range,
    path: `${file}/v${formatMicroversion(first)}.json`,
    values,
  }));
  const ranges = ranged.map(({ range: { min, max }, path }) => ({
    ...(min === undefined ? {} : { min_version: formatMicroversion(min) }),
    ...(max === undefined ? {} : { max_version: formatMicroversion(max) }),
    schema: path,
  }));
  return {
    name,
    entry: { ranges, samples: pattern },
    schemas: ranged.map(({ path, values }) => ({ path, values })),
  };
}
