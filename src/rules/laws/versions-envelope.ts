import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { VersionsSubject } from '../../model/versions/versions-set';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { valueWord } from '../../wording/value-word';

const ENVELOPE_KEYS = ['versions', 'version', 'choices'];

/**
 * Clients look for these properties in different orders, so with two of them at once they see different services
 * (keystoneauth1/discover.py, gophercloud discovery.go).
 */
export const versionsEnvelope: Rule<'versions'> = {
  id: 'versions-envelope',
  subject: 'versions',
  severity: 'error',
  summary: 'The document is an object in one of the shapes that clients look for.',
  check: function* (subject) {
    const { document, view } = subject;
    if (document.value === undefined) return;
    if (!isJsonObject(document.value)) {
      const message = `expected an object with "versions" or "version", got ${valueWord(document.value)}`;
      yield { at: placeIn(document, '', 'value'), message };
      return;
    }
    const misshapen = findMisshapen(subject, document.value);
    if (misshapen !== undefined) yield misshapen;
    else if (view === undefined) yield reportNoShape(subject, document.value);
    else if (Object.hasOwn(document.value, 'versions') && Object.hasOwn(document.value, 'version')) {
      yield {
        at: placeIn(document, '/version', 'key'),
        message:
          'the document has both "version" and "versions", and clients differ in which one they read: keep one',
        clients:
          'keystoneauth, rust-osauth and gtema/openstack read "versions"; gophercloud and novaclient read "version"',
      };
    }
  },
};

/** The first of the envelope's properties whose value has the wrong type. */
function findMisshapen({ document, view }: VersionsSubject, value: JsonObject): Report | undefined {
  const versions = member(value, 'versions');
  if (isJsonObject(versions)) {
    if (view?.shape === 'versions.values') return undefined;
    if (!Object.hasOwn(versions, 'values')) {
      const message = 'expected "versions" to be an array of versions, got an object without "values"';
      return { at: placeIn(document, '/versions', 'opening'), message, missing: 'values' };
    }
    const message = `expected "values" to be an array of versions, got ${valueWord(member(versions, 'values'))}`;
    return { at: placeIn(document, '/versions/values', 'value'), message };
  }
  if (Object.hasOwn(value, 'versions') && !isJsonArray(versions)) {
    const message = `expected "versions" to be an array of versions, got ${valueWord(versions)}`;
    return { at: placeIn(document, '/versions', 'value'), message };
  }
  if (view === undefined && Object.hasOwn(value, 'choices')) {
    const message = `expected "choices" to be an array of versions, got ${valueWord(member(value, 'choices'))}`;
    return { at: placeIn(document, '/choices', 'value'), message };
  }
  const version = member(value, 'version');
  if (
    (view === undefined || view.shape === 'bare') &&
    Object.hasOwn(value, 'version') &&
    !isJsonObject(version)
  ) {
    return {
      at: placeIn(document, '/version', 'value'),
      message: `expected "version" to be an object that describes a version, got ${valueWord(version)}`,
      ...(view?.shape === 'bare' && typeof version === 'string'
        ? {
            clients:
              'keystoneauth raises TypeError; rust-osauth and gtema/openstack fail; gophercloud reads only the id',
          }
        : {}),
    };
  }
  return undefined;
}

function reportNoShape({ document }: VersionsSubject, value: JsonObject): Report {
  for (const key of Object.keys(value)) {
    const meant = nearest(key, ENVELOPE_KEYS);
    if (meant !== undefined) {
      const message = `unknown property ${quote(key)}, and no "versions", "version" or "choices": rename it to "${meant}"`;
      return { at: placeIn(document, childPointer('', key), 'key'), message, missing: meant };
    }
  }
  const message = 'no "versions", "version" or "choices" here, so clients find no version: add "versions"';
  return { at: placeIn(document, '', 'opening'), message, missing: 'versions' };
}
