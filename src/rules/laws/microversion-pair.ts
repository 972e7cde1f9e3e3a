import { childPointer } from '../../model/json/json-pointer';
import {
  isReadableMicroversion,
  microversionMembersOf,
  objectEntries,
  unknownKeysOf,
  type MicroversionKey,
  type MicroversionMember,
} from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { nearest } from '../../model/nearest';

/** With only one end of the range, gophercloud sees no microversions, and novaclient raises an exception. */
export const microversionPair: Rule<'versions'> = {
  id: 'microversion-pair',
  subject: 'versions',
  severity: 'error',
  summary: 'The newest and the oldest microversion are both stated, or neither is.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      const members = microversionMembersOf(entry, view.shape);
      // A value that is not a microversion counts neither as set nor as unset: `microversion-form` or `microversion-string` reports it.
      if (!members.every(isReadableMicroversion)) continue;
      const newest = members.filter(({ key }) => key === 'max_version' || key === 'version');
      const oldest = members.filter(({ key }) => key === 'min_version');
      const setNewest = newest.find(isSet);
      const setOldest = oldest.find(isSet);
      const set = setNewest ?? setOldest;
      if (set === undefined || (setNewest !== undefined && setOldest !== undefined)) continue;
      const [unset] = setNewest === undefined ? newest : oldest;
      const missing = setNewest === undefined ? 'version' : 'min_version';
      const clients = setNewest === undefined ? undefined : clientsWithoutOldest(setNewest.key);
      const misspelt = nearest(missing, unknownKeysOf(entry.value));
      yield {
        ...(unset === undefined
          ? {
              at: placeIn(document, entry.pointer, 'opening'),
              message: `"${missing}" is missing, but "${set.key}" is ${JSON.stringify(set.value)}: ${misspelt === undefined ? 'add it' : `rename "${misspelt}"`}`,
              missing,
            }
          : {
              at: placeIn(document, unset.pointer, 'value'),
              message: `"${unset.key}" is empty, but "${set.key}" is ${JSON.stringify(set.value)}: set both or neither`,
            }),
        ...(clients === undefined ? {} : { clients }),
        related: [
          { at: placeIn(document, childPointer(entry.pointer, set.key), 'value'), message: 'stated here' },
        ],
      };
    }
  },
};

function isSet({ value }: MicroversionMember): boolean {
  return value !== '';
}

function clientsWithoutOldest(newest: MicroversionKey): string {
  return newest === 'version'
    ? 'gophercloud sees no microversions; novaclient raises an exception; rust-osauth accepts only the newest; keystoneauth sees no minimum'
    : 'gophercloud sees no microversions; keystoneauth sees no minimum';
}
