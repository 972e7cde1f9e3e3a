import { childPointer } from '../../model/json-pointer';
import { isJsonArray, member } from '../../model/json-value';
import { linksOf, objectEntries, selfLinkOf } from '../../model/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** Asked for by API-SIG version-discovery.rst, and published by no service. */
export const collectionLink: Rule<'versions'> = {
  id: 'collection-link',
  subject: 'versions',
  severity: 'info',
  summary: 'A link with the rel "collection" leads to the document of all versions.',
  check: function* ({ document, view }) {
    const without: string[] = [];
    for (const entry of objectEntries(view)) {
      if (!entry.listed || !isJsonArray(member(entry.value, 'links'))) continue;
      const collection = linksOf(entry).find((link) => member(link.value, 'rel') === 'collection');
      // Where there are no links at all, what is missing is the self link.
      if (linksOf(entry).length === 0) continue;
      if (collection === undefined) without.push(childPointer(entry.pointer, 'links'));
      else if (member(collection.value, 'href') === selfLinkOf(entry)?.href) {
        const message = `the collection link is the self link, ${quote(member(collection.value, 'href'))}: it leads to the unversioned document`;
        yield { at: placeIn(document, childPointer(collection.pointer, 'href'), 'value'), message };
      }
    }
    // Said once a document: no service publishes such a link, and one that starts to will add it to all.
    const [first] = without;
    if (first === undefined) return;
    const message = `no link with the rel "collection" to the unversioned document${without.length === 1 ? '' : `, here and in ${without.length - 1} more`}`;
    yield { at: placeIn(document, first, 'opening'), message };
  },
};
