import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import { unknownKeysOf } from '../../model/versions/versions-entry';
import type { VersionsShape } from '../../model/versions/versions-document';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { valueWord } from '../../wording/value-word';

type RequiredKey = 'id' | 'status' | 'links';

/** Without these properties, clients skip a version or reject the document (keystoneauth1/discover.py, gtema/openstack api_version.rs). */
export const entryRequired: Rule<'versions'> = {
  id: 'entry-required',
  subject: 'versions',
  severity: 'error',
  summary: 'Each version is an object with an id, a status and an array of links.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const { pointer, value } of view.entries) {
      if (!isJsonObject(value)) {
        const message = `expected a version to be an object, got ${valueWord(value)}`;
        yield {
          at: placeIn(document, pointer, 'value'),
          message,
          clients: 'gophercloud rejects the whole document',
        };
        continue;
      }
      for (const key of requiredKeys(view.shape)) {
        if (Object.hasOwn(value, key)) continue;
        const message = `required property "${key}" is missing${renaming(key, value)}`;
        yield {
          at: placeIn(document, pointer, 'opening'),
          message,
          missing: key,
          clients: clientsWithout(key),
        };
      }
      const links = member(value, 'links');
      const linksPointer = childPointer(pointer, 'links');
      if (isJsonArray(links)) {
        for (const [index, link] of links.entries()) {
          if (isJsonObject(link)) continue;
          const message = `expected a link to be an object with "rel" and "href", got ${valueWord(link)}`;
          const at = placeIn(document, childPointer(linksPointer, index), 'value');
          yield { at, message, clients: 'gophercloud rejects the whole document' };
        }
      } else if (Object.hasOwn(value, 'links')) {
        const message = `expected "links" to be an array of links, got ${valueWord(links)}`;
        yield { at: placeIn(document, linksPointer, 'value'), message };
      }
    }
  },
};

function requiredKeys(shape: VersionsShape): readonly RequiredKey[] {
  return shape === 'bare' ? ['id', 'links'] : ['id', 'status', 'links'];
}

function renaming(key: RequiredKey, entry: JsonObject): string {
  const misspelt = nearest(key, unknownKeysOf(entry));
  return misspelt === undefined ? '' : `: rename "${misspelt}"`;
}

function clientsWithout(key: RequiredKey): string {
  switch (key) {
    case 'id':
      return 'gophercloud rejects the whole document; keystoneauth skips this version';
    case 'status':
      return 'gtema/openstack rejects the whole document; keystoneauth skips this version';
    case 'links':
      return 'keystoneauth skips this version';
  }
}
