import type { Document } from '../../src/model/documents/document';
import { readVersions } from '../../src/model/versions/versions-document';
import type { VersionsSubject } from '../../src/model/versions/versions-set';
import { createJsonSource } from '../../src/text/json/json-source';

/** A versions document with this name and value. */
export function versionsDocument(name: string, value: unknown): Document {
  return {
    source: createJsonSource(name, JSON.stringify(value)),
    kind: 'sample',
    origin: 'samples',
    value,
    problems: [],
  };
}

/** The same as a subject of laws. */
export function versionsSubject(name: string, value: unknown): VersionsSubject {
  const document = versionsDocument(name, value);
  return { document, view: readVersions(value), compute: false };
}

/** An entry with these links, its self link first. */
export function entry(id: string, self: string | undefined, rest: object = {}) {
  return {
    id,
    status: 'CURRENT',
    links: self === undefined ? [] : [{ rel: 'self', href: self }],
    ...rest,
  };
}
