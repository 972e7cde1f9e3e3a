import { microversionMembersOf, objectEntries, type MicroversionMember } from '../../model/versions-entry';
import type { Document } from '../../model/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { valueWord } from '../../wording/value-word';

/** Clients differ in what they make of a number, and none reads 2.10 right. */
export const microversionString: Rule<'versions'> = {
  id: 'microversion-string',
  subject: 'versions',
  severity: 'error',
  summary: 'A microversion is a string, because the number 2.10 reads as 2.1.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      for (const stated of microversionMembersOf(entry, view.shape)) {
        if (typeof stated.value !== 'string') yield describe(document, stated);
      }
    }
  },
};

function describe(document: Document, { key, pointer, value }: MicroversionMember): Report {
  const at = placeIn(document, pointer, 'value');
  if (typeof value !== 'number') {
    return {
      at,
      message: `"${key}" is a string such as "2.1", or "", not ${valueWord(value)}`,
    };
  }
  const [range] = document.source.locate([at]);
  const literal = document.source.text.slice(range?.start.offset, range?.end.offset);
  // As a double, 2.10 loses its zero; that of 2.0 the clients put back.
  const misread = literal !== String(value) && !/^\d+\.0$/.test(literal);
  return {
    at,
    message: misread
      ? `${literal} is a number, which reads as ${value}: write "${literal}"`
      : `${literal} is a number, as which 2.10 would read as 2.1: write the microversion as a string`,
    ...(key === 'version'
      ? {
          clients: `${misread ? `keystoneauth reads ${value}; ` : ''}gophercloud sees no microversions; novaclient raises TypeError; rust-osauth and gtema/openstack fail`,
        }
      : {}),
  };
}
