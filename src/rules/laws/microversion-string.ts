import {
  microversionMembersOf,
  objectEntries,
  type MicroversionMember,
} from '../../model/versions/versions-entry';
import type { Document } from '../../model/documents/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { valueWord } from '../../wording/value-word';

/** Clients differ in how they read a number, and none reads 2.10 correctly. */
export const microversionString: Rule<'versions'> = {
  id: 'microversion-string',
  subject: 'versions',
  severity: 'error',
  summary: 'A microversion is a string, because the number 2.10 is read as 2.1.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      for (const stated of microversionMembersOf(entry, view.shape)) {
        if (typeof stated.value !== 'string') yield reportNonString(document, stated);
      }
    }
  },
};

function reportNonString(document: Document, { key, pointer, value }: MicroversionMember): Report {
  const at = placeIn(document, pointer, 'value');
  if (typeof value !== 'number') {
    return {
      at,
      message: `expected "${key}" to be a string such as "2.1" or "", got ${valueWord(value)}`,
    };
  }
  const [range] = document.source.locate([at]);
  const literal = document.source.text.slice(range?.start.offset, range?.end.offset);
  // As a double, 2.10 loses its zero. 2.0 does too, but clients add that one again.
  const misread = literal !== String(value) && !/^\d+\.0$/.test(literal);
  return {
    at,
    message: misread
      ? `expected a string, got the number ${literal}, which is read as ${value}: write "${literal}"`
      : `expected a string, got the number ${literal}: write "${literal}", because the number 2.10 would be read as 2.1`,
    ...(key === 'version'
      ? {
          clients: `${misread ? `keystoneauth reads ${value}; ` : ''}gophercloud sees no microversions; novaclient raises TypeError; rust-osauth and gtema/openstack fail`,
        }
      : {}),
  };
}
