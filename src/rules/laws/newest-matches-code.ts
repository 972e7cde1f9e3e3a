import { compareMicroversions, formatMicroversion } from '../../model/versions/microversion';
import { microversionMembersOf, newestOf, objectEntries } from '../../model/versions/versions-entry';
import type { VersionsSubject } from '../../model/versions/versions-set';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** Documents that agree with each other can all be stale, so they are compared with the code. */
export const newestMatchesCode: Rule<'versions-set'> = {
  id: 'newest-matches-code',
  subject: 'versions-set',
  severity: 'error',
  summary: 'The documents state the newest microversion of the code.',
  needs: {
    isMet: ({ newest }) => newest !== undefined,
    otherwise: 'no newest microversion of the code to compare with',
  },
  check: function* ({ members, newest, place }) {
    const [first] = members;
    if (newest === undefined) return;
    if (first === undefined) {
      const message = `expected the newest microversion to be ${formatMicroversion(newest)}, but no document states one: check the URL of the service`;
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
            ? `expected the newest microversion to be "${code}", got "${text}": the service is ${difference < 0 ? 'older' : 'newer'} than expected`
            : `expected the newest microversion to be "${code}" as in the code, got "${text}": ${difference < 0 ? 'update the document' : 'fix one of them'}`,
      };
    }
    if (stated.length > 0 || members.some(hasUnreadable)) return;
    const message = `expected the newest microversion to be "${code}"${first.document.kind === 'response' ? '' : ' as in the code'}, but no document states one with major version ${newest.major}`;
    yield { at: placeIn(first.document, '', 'opening'), message };
  },
};

/** Whether there is a malformed microversion, which another law reports. */
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
