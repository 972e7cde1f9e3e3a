import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../../model/json/json-value';
import {
  linksOf,
  objectEntries,
  selfLinksOf,
  type Link,
  type ObjectEntry,
} from '../../model/versions/versions-entry';
import type { Document } from '../../model/documents/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { valueWord } from '../../wording/value-word';

const UNREACHABLE = 'keystoneauth skips this version; rust-osauth and gtema/openstack fail';

/** Clients reach a version through this link; three of five skip or reject a version without it. */
export const selfLink: Rule<'versions'> = {
  id: 'self-link',
  subject: 'versions',
  severity: 'error',
  summary: 'Each version has exactly one link with rel "self" and a string as href.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const links = member(entry.value, 'links');
      if (!isJsonArray(links)) continue;
      const [first, ...more] = selfLinksOf(entry);
      if (first === undefined) {
        // A link that is not an object may be the self link: `entry-required` reports it.
        if (links.every(isJsonObject)) yield reportMissing(document, entry);
        continue;
      }
      for (const link of more) {
        yield {
          at: placeIn(document, childPointer(link.pointer, 'rel'), 'value'),
          message: 'this version has a second self link: remove one',
          related: [
            { at: placeIn(document, childPointer(first.pointer, 'rel'), 'value'), message: 'the first one' },
          ],
        };
      }
      const href = member(first.value, 'href');
      if (!Object.hasOwn(first.value, 'href')) {
        const at = placeIn(document, first.pointer, 'opening');
        yield {
          at,
          message: 'the self link has no "href": add its URL',
          missing: 'href',
          clients: UNREACHABLE,
        };
      } else if (typeof href !== 'string') {
        const at = placeIn(document, childPointer(first.pointer, 'href'), 'value');
        yield { at, message: `expected the href of the self link to be a URL, got ${valueWord(href)}` };
      }
    }
  },
};

/** There is no self link: a link without `rel`, or with one that is almost `self`, is the one that was meant. */
function reportMissing(document: Document, entry: ObjectEntry): Report {
  const links = linksOf(entry);
  const misspelt = links.find(({ value }) => isAlmostSelf(member(value, 'rel')));
  if (misspelt !== undefined) {
    const rel = member(misspelt.value, 'rel');
    return {
      at: placeIn(document, childPointer(misspelt.pointer, 'rel'), 'value'),
      message: `this version has no self link: change the rel ${quote(rel)} to "self"`,
      clients: isSelfInAnotherCase(rel)
        ? 'gophercloud ignores it; rust-osauth and gtema/openstack fail'
        : UNREACHABLE,
    };
  }
  const unnamed = links.find(({ value }) => typeof member(value, 'rel') !== 'string');
  if (unnamed !== undefined) return reportUnnamed(document, unnamed);
  const message = 'no link with rel "self", so clients cannot find this version: add one';
  return {
    at: placeIn(document, childPointer(entry.pointer, 'links'), 'opening'),
    message,
    clients: UNREACHABLE,
  };
}

function reportUnnamed(document: Document, link: Link): Report {
  if (!Object.hasOwn(link.value, 'rel')) {
    const message = 'this version has no self link, and this link has no "rel": add the rel "self"';
    return { at: placeIn(document, link.pointer, 'opening'), message, missing: 'rel', clients: UNREACHABLE };
  }
  const rel = member(link.value, 'rel');
  return {
    at: placeIn(document, childPointer(link.pointer, 'rel'), 'value'),
    message: `this version has no self link, and this link has ${valueWord(rel)} as rel: write "self"`,
  };
}

function isAlmostSelf(rel: unknown): boolean {
  if (typeof rel !== 'string') return false;
  // Swapped letters are one typo, but an edit distance of two for `nearest`.
  return (
    nearest(rel.trim().toLowerCase(), ['self']) !== undefined ||
    /^(?=.*s)(?=.*e)(?=.*l)(?=.*f).{4}$/i.test(rel)
  );
}

function isSelfInAnotherCase(rel: unknown): boolean {
  return typeof rel === 'string' && rel.toLowerCase() === 'self';
}
