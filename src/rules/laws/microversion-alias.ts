import {
  isReadableMicroversion,
  microversionMembersOf,
  objectEntries,
} from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** keystoneauth reads `max_version`; the other clients read `version`. */
export const microversionAlias: Rule<'versions'> = {
  id: 'microversion-alias',
  subject: 'versions',
  severity: 'error',
  summary: 'If both version and max_version are present, they are equal.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      const members = microversionMembersOf(entry, view.shape);
      const version = members.find(({ key }) => key === 'version');
      const max = members.find(({ key }) => key === 'max_version');
      if (
        version === undefined ||
        max === undefined ||
        !isReadableMicroversion(version) ||
        !isReadableMicroversion(max)
      )
        continue;
      if (version.value === max.value) continue;
      yield {
        at: placeIn(document, max.pointer, 'value'),
        message: `"max_version" is ${JSON.stringify(max.value)}, but "version" is ${JSON.stringify(version.value)}: both mean the newest microversion, so make them equal`,
        clients:
          'keystoneauth reads "max_version"; gophercloud, novaclient, rust-osauth and gtema/openstack read "version"',
        related: [{ at: placeIn(document, version.pointer, 'value'), message: 'the other value' }],
      };
    }
  },
};
