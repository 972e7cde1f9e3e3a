import { hasMicroversionForm, inPlainCharacters } from '../../model/versions/microversion';
import {
  microversionMembersOf,
  objectEntries,
  type MicroversionKey,
} from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** The form that novaclient api_versions.py accepts, the strictest client, without its `X.latest` for requests. */
export const microversionForm: Rule<'versions'> = {
  id: 'microversion-form',
  subject: 'versions',
  severity: 'error',
  summary: 'A microversion is two integers with a dot between them, or empty.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      for (const { key, pointer, value } of microversionMembersOf(entry, view.shape)) {
        if (
          typeof value !== 'string' ||
          value === '' ||
          hasMicroversionForm(value) ||
          isPlaceholder(document, value)
        )
          continue;
        const clients = clientsFor(key, value);
        yield {
          at: placeIn(document, pointer, 'value'),
          message: `expected a microversion such as "2.79", got ${quote(value)}${remedyFor(value)}`,
          ...(clients === undefined ? {} : { clients }),
        };
      }
    }
  },
};

function remedyFor(text: string): string {
  const match = /^v?\+?0*(\d+)\.0*(\d+)$/i.exec(inPlainCharacters(text));
  const repaired = match === null ? '' : `${match[1]}.${match[2]}`;
  return hasMicroversionForm(repaired) ? `: write "${repaired}"` : '';
}

function clientsFor(key: MicroversionKey, text: string): string | undefined {
  if (key === 'next_min_version') return undefined;
  if (key === 'max_version') return /^\d+\.\d+$/.test(text) ? undefined : 'gophercloud fails';
  if (/^\d+\.\d+$/.test(text))
    return 'novaclient raises an exception; the other clients read it without the zero';
  if (/^v\d+\.\d+$/.test(text)) return 'gophercloud and gtema/openstack fail; novaclient raises an exception';
  if (/^\d+$/.test(text))
    return `gophercloud fails; novaclient raises an exception; keystoneauth reads ${text}.0`;
  return 'gophercloud fails; novaclient raises an exception';
}
