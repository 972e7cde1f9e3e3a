import { childPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member } from '../../model/json-value';
import { linksOf, objectEntries, selfLinksOf, type Link, type ObjectEntry } from '../../model/versions-entry';
import type { Document } from '../../model/document';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { valueWord } from '../../wording/value-word';

const UNSEEN = 'keystoneauth skips this version; rust-osauth and gtema/openstack fail';

/** The one link by which clients reach a version; three of five skip or reject a version without it. */
export const selfLink: Rule<'versions'> = {
  id: 'self-link',
  subject: 'versions',
  severity: 'error',
  summary: 'Each version has exactly one link with the rel "self" and a text as href.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const links = member(entry.value, 'links');
      if (!isJsonArray(links)) continue;
      const [first, ...more] = selfLinksOf(entry);
      if (first === undefined) {
        // A link that is no object is `entry-required`'s, and may be the one.
        if (links.every(isJsonObject)) yield describeMissing(document, entry);
        continue;
      }
      for (const link of more) {
        yield {
          at: placeIn(document, childPointer(link.pointer, 'rel'), 'value'),
          message: 'a second self link: a version has one',
          related: [
            { at: placeIn(document, childPointer(first.pointer, 'rel'), 'value'), message: 'the first one' },
          ],
        };
      }
      const href = member(first.value, 'href');
      if (!Object.hasOwn(first.value, 'href')) {
        const at = placeIn(document, first.pointer, 'opening');
        yield { at, message: 'the self link has no "href"', missing: 'href', clients: UNSEEN };
      } else if (typeof href !== 'string') {
        const at = placeIn(document, childPointer(first.pointer, 'href'), 'value');
        yield { at, message: `the href of a self link is a URL, not ${valueWord(href)}` };
      }
    }
  },
};

/** There is no self link: a link whose `rel` is almost `self`, or has none, is the one that was meant. */
function describeMissing(document: Document, entry: ObjectEntry): Report {
  const links = linksOf(entry);
  const misspelt = links.find(({ value }) => isAlmostSelf(member(value, 'rel')));
  if (misspelt !== undefined) {
    const rel = member(misspelt.value, 'rel');
    return {
      at: placeIn(document, childPointer(misspelt.pointer, 'rel'), 'value'),
      message: `${quote(rel)} is not "self", and no other link of this version is`,
      clients: isSelfInAnotherCase(rel)
        ? 'gophercloud ignores it; rust-osauth and gtema/openstack fail'
        : UNSEEN,
    };
  }
  const unnamed = links.find(({ value }) => typeof member(value, 'rel') !== 'string');
  if (unnamed !== undefined) return describeUnnamed(document, unnamed);
  const message = 'no link with the rel "self", so clients cannot find this version';
  return { at: placeIn(document, childPointer(entry.pointer, 'links'), 'opening'), message, clients: UNSEEN };
}

function describeUnnamed(document: Document, link: Link): Report {
  if (!Object.hasOwn(link.value, 'rel')) {
    const message = 'this link has no "rel", and no other link of this version is "self"';
    return { at: placeIn(document, link.pointer, 'opening'), message, missing: 'rel', clients: UNSEEN };
  }
  const rel = member(link.value, 'rel');
  return {
    at: placeIn(document, childPointer(link.pointer, 'rel'), 'value'),
    message: `the rel of a link is a string, not ${valueWord(rel)}, and no other link of this version is "self"`,
  };
}

function isAlmostSelf(rel: unknown): boolean {
  if (typeof rel !== 'string') return false;
  // Two letters swapped are one slip, but two steps to `nearest`.
  return (
    nearest(rel.trim().toLowerCase(), ['self']) !== undefined ||
    /^(?=.*s)(?=.*e)(?=.*l)(?=.*f).{4}$/i.test(rel)
  );
}

function isSelfInAnotherCase(rel: unknown): boolean {
  return typeof rel === 'string' && rel.toLowerCase() === 'self';
}
