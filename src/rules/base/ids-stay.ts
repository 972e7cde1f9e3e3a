import { textMember } from '../../model/json/json-value';
import { placeInCommit } from '../../model/project/change';
import { uniqueBy } from '../../model/group-by';
import { normalIdOf, objectEntries, statusOf } from '../../model/versions/versions-entry';
import type { VersionsSet } from '../../model/versions/versions-set';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

const MAY_LEAVE: ReadonlySet<string> = new Set(['DEPRECATED', 'EXPERIMENTAL']);

export const idsStay: Rule<'change'> = {
  id: 'ids-stay',
  subject: 'change',
  severity: 'error',
  summary: 'A version leaves only if it was DEPRECATED or EXPERIMENTAL.',
  check: function* (change) {
    const { now: state, base, services } = change;
    const unread = new Set(
      state.project.samples
        .filter(({ document }) => document.value === undefined)
        .map(({ document }) => document.source.name),
    );
    for (const service of services) {
      const left = new Set(entriesOf(service.now).map(({ id }) => id));
      const gone = entriesOf(service.base).filter(
        ({ id, entry, document }) =>
          id !== '' &&
          !left.has(id) &&
          !MAY_LEAVE.has(statusOf(entry)) &&
          // Other rules report a document that cannot be read.
          !unread.has(document.source.name),
      );
      const files = new Map(
        service.now.members.map(({ document, view }) => [document.source.name, { document, view }]),
      );
      const [first] = files.values();
      for (const { document, entry } of uniqueBy(gone, ({ id }) => id)) {
        const id = textMember(entry.value, 'id') ?? '';
        const place = files.get(document.source.name) ?? first;
        yield {
          subject: id,
          at:
            place === undefined
              ? { file: state.project.manifest.name }
              : placeIn(place.document, place.view?.pointer ?? '', 'opening'),
          message: `the version ${id} has left, with the status ${quote(textMember(entry.value, 'status') ?? '')} in the base: deprecate it first`,
          related: [
            {
              at: placeInCommit(base, placeIn(document, `${entry.pointer}/id`, 'value')),
              message: `${id} in the base`,
            },
          ],
        };
      }
    }
  },
};

function entriesOf({ members }: VersionsSet) {
  return members.flatMap(({ document, view }) =>
    objectEntries(view).map((entry) => ({ document, entry, id: normalIdOf(entry) })),
  );
}
