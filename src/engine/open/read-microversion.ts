import { parseMicroversion, type Microversion } from '../../model/versions/microversion';
import { UsageError } from '../../model/usage-error';

/** Parses a microversion that a user gave. Throws a UsageError when it is not of the form `X.Y`. */
export function readMicroversion(text: string): Microversion {
  const microversion = parseMicroversion(text);
  if (microversion === undefined)
    throw new UsageError(`\`${text}\` is not a microversion: write it as X.Y, such as 2.61`);
  return microversion;
}
