import { type JsonObject, textMember } from '../model/json/json-value';

const OWN: ReadonlySet<string> = new Set(['self', 'collection', 'bookmark']);

/** Whether a link of a versions document leads to the service itself; others, such as `describedby`, lead to documentation. */
export function isOwnLink(link: JsonObject): boolean {
  return OWN.has(textMember(link, 'rel') ?? '');
}
