import { parseMicroversion } from '../../model/versions/microversion';
import { formatRange } from '../../model/versions/version-range';

/** The ends of a range as data: `2.3`; absent where it is open. */
interface RangeEnds {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A range in words: `2.3 to 2.8`. */
export function formatEnds({ min = '', max = '' }: RangeEnds): string {
  const [first, last] = [parseMicroversion(min), parseMicroversion(max)];
  return formatRange({
    ...(first === undefined ? {} : { min: first }),
    ...(last === undefined ? {} : { max: last }),
  });
}
