import { compareMicroversions, type Microversion } from '../model/microversion';
import { pathMicroversion } from './microversion-folder';

/**
 * What the samples outside any `vX.Y` folder were probably recorded at, when others lie in one; undefined otherwise.
 * A guess: the major of the lowest folder with minor 1, where most services begin, or with 0 when there is a folder X.0.
 */
export function guessBaseMicroversion(paths: readonly string[]): Microversion | undefined {
  const folders = paths.map(pathMicroversion);
  const lowest = folders.filter((folder) => folder !== undefined).sort(compareMicroversions)[0];
  if (lowest === undefined || !folders.includes(undefined)) return undefined;
  return { major: lowest.major, minor: Math.min(lowest.minor, 1) };
}
