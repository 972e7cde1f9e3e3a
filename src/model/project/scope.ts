import type { Contract, Sample } from '../contracts/contract';
import type { Fact } from './fact';
import type { SampleFolder, SampleSeries } from '../contracts/sample-series';
import type { VersionsSet } from '../versions/versions-set';

/** The part of a project that a run checks. The whole project is read anyway, because a check may depend on any of it. */
export interface Scope {
  /** Absent: the whole project. */
  readonly part?: Part;
  readonly sample: (sample: Sample) => boolean;
  /** A contract's ranges, patterns and schemas. */
  readonly contract: (contract: Contract) => boolean;
  readonly series: (series: SampleSeries) => boolean;
  readonly folder: (folder: SampleFolder) => boolean;
  readonly set: (set: VersionsSet) => boolean;
  readonly fact: (fact: Fact) => boolean;
  /** A description that these contracts share. */
  readonly shared: (contracts: readonly Contract[]) => boolean;
  /** What changed since the base. */
  readonly change: boolean;
  /** Schemas that nothing uses, and globs that match nothing. */
  readonly unused: boolean;
  /** The operations of OpenAPI documents, and the documents as a whole. */
  readonly openApi: boolean;
}

/** How the part was chosen, as reports show it. */
export type Part =
  { readonly kind: 'changed'; readonly since: string } | { readonly kind: 'shard'; readonly shard: Shard };

/** Part `index` of `count` parts that together are the whole project; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}
