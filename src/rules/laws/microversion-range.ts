import { textMember } from '../../model/json/json-value';
import { compareMicroversions } from '../../model/versions/microversion';
import {
  idOf,
  newestOf,
  objectEntries,
  oldestOf,
  type StatedMicroversion,
} from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** With an empty range, novaclient rejects every request; the other clients fail later. */
export const microversionRange: Rule<'versions'> = {
  id: 'microversion-range',
  subject: 'versions',
  severity: 'error',
  summary: 'The oldest microversion is not newer than the newest, and both have the major version of the id.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const id = idOf(entry);
      const newest = newestOf(entry);
      const oldest = oldestOf(entry);
      const idText = textMember(entry.value, 'id') ?? '';
      const foreign = [newest, oldest].filter((stated) => isForeign(stated, id?.major));
      const [first] = foreign;
      if (first !== undefined) {
        const both = foreign.length === 2 && first.microversion.major === foreign[1]?.microversion.major;
        for (const stated of both ? [first] : foreign) {
          const message = `the microversion "${stated.text}" has major version ${stated.microversion.major}, but the id is "${idText}": fix one of them`;
          yield { at: placeIn(document, stated.pointer, 'value'), message };
        }
      } else if (newest !== undefined && oldest !== undefined && isAfter(oldest, newest)) {
        const majors = newest.microversion.major !== oldest.microversion.major;
        yield {
          at: placeIn(document, oldest.pointer, 'value'),
          message: `the oldest microversion, "${oldest.text}", ${majors ? 'has another major version' : 'is newer'} than the newest, "${newest.text}": fix one of them`,
          clients: 'novaclient rejects every request; the other clients accept it',
          related: [{ at: placeIn(document, newest.pointer, 'value'), message: 'the newest' }],
        };
      }
    }
  },
};

function isForeign(
  stated: StatedMicroversion | undefined,
  major: number | undefined,
): stated is StatedMicroversion {
  return stated !== undefined && major !== undefined && stated.microversion.major !== major;
}

/** A range has one major version: with two, no order is right. */
function isAfter(oldest: StatedMicroversion, newest: StatedMicroversion): boolean {
  return (
    oldest.microversion.major !== newest.microversion.major ||
    compareMicroversions(oldest.microversion, newest.microversion) > 0
  );
}
