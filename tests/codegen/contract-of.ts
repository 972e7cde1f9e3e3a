import type { Contract } from '../../src/model/contracts/contract';
import { parseMicroversion } from '../../src/model/versions/microversion';
import type { VersionRange } from '../../src/model/versions/version-range';

/** Parses a range: `2.3-2.8`, `-2.2`, `2.9-` or `-`. */
export function rangeOf(text: string): VersionRange {
  const [min, max] = text.split('-').map(parseMicroversion);
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** A contract with a schema for each range; `exists` is the range in which the operation exists. */
export function contractOf(
  name: string,
  schemas: Readonly<Record<string, string>>,
  exists?: string,
): Contract {
  const place = { file: 'contracts.yaml' };
  return {
    name,
    place,
    patterns: [],
    live: [],
    versions: Object.entries(schemas).map(([range, file]) => ({
      range: rangeOf(range),
      place,
      schema: { file, pointer: '' },
    })),
    ...(exists === undefined ? {} : { range: rangeOf(exists) }),
  };
}
