import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, member } from '../../model/json/json-value';
import { linksOf, objectEntries, selfLinkOf } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { count } from '../../wording/list-words';
import { quote } from '../../wording/quote';

/** Recommended by API-SIG version-discovery.rst, but no service publishes it. */
export const collectionLink: Rule<'versions'> = {
  id: 'collection-link',
  subject: 'versions',
  severity: 'info',
  summary: 'A link with rel "collection" leads to the document of all versions.',
  check: function* ({ document, view }) {
    const without: string[] = [];
    for (const entry of objectEntries(view)) {
      if (!entry.listed || !isJsonArray(member(entry.value, 'links'))) continue;
      const collection = linksOf(entry).find((link) => member(link.value, 'rel') === 'collection');
      // An empty array of links lacks the self link first of all: `self-link` reports that.
      if (linksOf(entry).length === 0) continue;
      if (collection === undefined) without.push(childPointer(entry.pointer, 'links'));
      else if (member(collection.value, 'href') === selfLinkOf(entry)?.href) {
        const message = `the collection link equals the self link, ${quote(member(collection.value, 'href'))}: link to the unversioned document instead`;
        yield { at: placeIn(document, childPointer(collection.pointer, 'href'), 'value'), message };
      }
    }
    // One finding per document: no service publishes such a link, and a service that starts to will add it to all versions.
    const [first] = without;
    if (first === undefined) return;
    const others = without.length === 1 ? '' : `, here and in ${count(without.length - 1, 'other version')}`;
    const message = `no link with rel "collection" to the unversioned document${others}: add one`;
    yield { at: placeIn(document, first, 'opening'), message };
  },
};
