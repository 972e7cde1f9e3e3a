import { compareMicroversions, formatMicroversion } from '../../model/microversion';
import { microversionMembersOf, newestOf, objectEntries } from '../../model/versions-entry';
import type { VersionsSubject } from '../../model/versions-set';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** Documents that agree with each other can still be stale together; the code knows better. */
export const newestMatchesCode: Rule<'versions-set'> = {
  id: 'newest-matches-code',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The documents state the newest microversion that the code has.',
  check: function* ({ members, newest, place }) {
    const [first] = members;
    if (newest === undefined) return;
    if (first === undefined) {
      const message = `nothing here states a microversion, and ${formatMicroversion(newest)} is expected: is the URL that of the service?`;
      if (place !== undefined) yield { at: place, message };
      return;
    }
    const code = formatMicroversion(newest);
    const stated = members.flatMap(({ document, view }) =>
      objectEntries(view).flatMap((entry) => {
        const found = newestOf(entry);
        return found?.microversion.major === newest.major ? [{ document, ...found }] : [];
      }),
    );
    for (const { document, pointer, text, microversion } of stated) {
      const difference = compareMicroversions(microversion, newest);
      if (difference === 0) continue;
      yield {
        at: placeIn(document, pointer, 'value'),
        message:
          document.kind === 'response'
            ? `the service offers "${text}", and ${code} is expected: ${difference < 0 ? 'it is not up to date' : 'it is newer than you think'}`
            : `the newest microversion is "${text}" here, but ${code} in the code: ${difference < 0 ? 'update the document' : 'one of them is wrong'}`,
      };
    }
    if (stated.length > 0 || members.some(hasUnreadable)) return;
    const message = `no document states a microversion of major version ${newest.major}, but the newest ${first.document.kind === 'response' ? 'expected' : 'in the code'} is ${code}`;
    yield { at: placeIn(first.document, '', 'opening'), message };
  },
};

/** Whether some microversion is there that only another law can speak of. */
function hasUnreadable({ view }: VersionsSubject): boolean {
  return objectEntries(view).some(
    (entry) =>
      view !== undefined &&
      newestOf(entry) === undefined &&
      microversionMembersOf(entry, view.shape).some(
        ({ key, value }) => key !== 'min_version' && value !== '',
      ),
  );
}
