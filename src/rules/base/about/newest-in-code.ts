import type { Fact, FactReading } from '../../../model/project/fact';
import {
  compareMicroversions,
  parseMicroversion,
  type Microversion,
} from '../../../model/versions/microversion';

/** A microversion in the code. */
export interface ReadInCode {
  readonly reading: FactReading;
  readonly microversion: Microversion;
}

/** The newest microversion of a fact in its `file:` places; undefined if there is none. */
export function newestInCode({ sources }: Fact): ReadInCode | undefined {
  return sources
    .filter(({ query }) => query === undefined)
    .flatMap(({ readings }) => readings)
    .flatMap((reading): readonly ReadInCode[] => {
      const microversion = parseMicroversion(reading.value);
      return microversion === undefined ? [] : [{ reading, microversion }];
    })
    .reduce<ReadInCode | undefined>(
      (newest, next) =>
        newest !== undefined && compareMicroversions(newest.microversion, next.microversion) >= 0
          ? newest
          : next,
      undefined,
    );
}
