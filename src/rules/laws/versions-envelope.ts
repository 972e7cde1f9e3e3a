import { childPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import type { VersionsSubject } from '../../model/versions-set';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { valueWord } from '../../wording/value-word';

const ENVELOPE_KEYS = ['versions', 'version', 'choices'];

/** What clients look into first; they differ in the order, so two shapes at once are two services (keystoneauth1/discover.py, gophercloud discovery.go). */
export const versionsEnvelope: Rule<'versions'> = {
  id: 'versions-envelope',
  subject: 'versions',
  severity: 'error',
  summary: 'The document is an object of one of the shapes that clients look for.',
  check: function* (subject) {
    const { document, view } = subject;
    if (document.value === undefined) return;
    if (!isJsonObject(document.value)) {
      const message = `a versions document is an object with "versions" or "version", not ${valueWord(document.value)}`;
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
          '"version" stands beside "versions", and clients differ in which they read: keep one of the two',
        clients:
          'keystoneauth, rust-osauth and gtema/openstack read "versions"; gophercloud and novaclient read "version"',
      };
    }
  },
};

/** A key of an envelope whose value is not what the envelope holds. */
function findMisshapen({ document, view }: VersionsSubject, value: JsonObject): Report | undefined {
  const versions = member(value, 'versions');
  if (isJsonObject(versions)) {
    if (view?.shape === 'versions.values') return undefined;
    if (!Object.hasOwn(versions, 'values')) {
      const message = '"versions" is an object without "values": make it a list of versions';
      return { at: placeIn(document, '/versions', 'opening'), message, missing: 'values' };
    }
    const message = `"values" is a list of versions, not ${valueWord(member(versions, 'values'))}`;
    return { at: placeIn(document, '/versions/values', 'value'), message };
  }
  if (Object.hasOwn(value, 'versions') && !isJsonArray(versions)) {
    const message = `"versions" is a list of versions, not ${valueWord(versions)}`;
    return { at: placeIn(document, '/versions', 'value'), message };
  }
  if (view === undefined && Object.hasOwn(value, 'choices')) {
    const message = `"choices" is a list of versions, not ${valueWord(member(value, 'choices'))}`;
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
      message: `"version" is an object that describes a version, not ${valueWord(version)}`,
      ...(view?.shape === 'bare' && typeof version === 'string'
        ? {
            clients:
              'keystoneauth raises TypeError; rust-osauth and gtema/openstack fail; gophercloud reads the id only',
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
      const message = `unknown key ${quote(key)}, and no "versions", "version" or "choices": rename it to "${meant}"`;
      return { at: placeIn(document, childPointer('', key), 'key'), message, missing: meant };
    }
  }
  const message = 'no "versions", "version" or "choices" here, so no client finds a version';
  return { at: placeIn(document, '', 'opening'), message, missing: 'versions' };
}
