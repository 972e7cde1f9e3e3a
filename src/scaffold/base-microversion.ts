import { compareMicroversions, type Microversion } from '../model/versions/microversion';
import { pathMicroversion } from './microversion-folder';

/**
 * Guesses the microversion at which samples outside any `vX.Y` folder were recorded; undefined unless there are samples
 * both inside and outside such folders. The guess is X.1 for the lowest folder's major X, because most services start
 * there, or X.0 if there is a folder for it.
 */
export function guessBaseMicroversion(paths: readonly string[]): Microversion | undefined {
  const folders = paths.map(pathMicroversion);
  const lowest = folders.filter((folder) => folder !== undefined).sort(compareMicroversions)[0];
  if (lowest === undefined || !folders.includes(undefined)) return undefined;
  return { major: lowest.major, minor: Math.min(lowest.minor, 1) };
}
