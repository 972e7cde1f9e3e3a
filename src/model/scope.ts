import type { Contract, Sample } from './contract';
import type { Fact } from './fact';
import type { SampleFolder, SampleSeries } from './sample-series';
import type { VersionsSet } from './versions-set';

/** The part of a project that a run judges. All of the project is read all the same, as what is judged may depend on any of it. */
export interface Scope {
  /** Absent: all of it. */
  readonly part?: Part;
  readonly sample: (sample: Sample) => boolean;
  /** Its ranges, its patterns and its schemas. */
  readonly contract: (contract: Contract) => boolean;
  readonly series: (series: SampleSeries) => boolean;
  readonly folder: (folder: SampleFolder) => boolean;
  readonly set: (set: VersionsSet) => boolean;
  readonly fact: (fact: Fact) => boolean;
  /** What some of these contracts describe alike. */
  readonly shared: (contracts: readonly Contract[]) => boolean;
  /** Schemas that nothing uses. */
  readonly unused: boolean;
}

/** Which part that is, as reports tell it. */
export type Part =
  { readonly kind: 'changed'; readonly since: string } | { readonly kind: 'shard'; readonly shard: Shard };

/** The `index`th of `count` parts that are all of a project together; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}
