/** The URI of the schema root: files without an `$id` have a URI below it, by their path. */
export const ROOT_URI = 'root://schemas/';

/** The URI of a file that has no `$id`. */
export function fileUri(file: string): string {
  return /^[a-z]+:/.test(file) ? file : ROOT_URI + file.split('/').map(encodeURIComponent).join('/');
}

/** Whether a reference leads to what is only read where there is a copy of it, because it would have to be fetched. */
export function isUrl(reference: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference);
}

/**
 * The URI that references in a schema with this URI are relative to. Where all references are relative to one folder, that folder replaces the
 * one that the file is in; a schema with an absolute `$id` keeps that.
 */
export function baseUri(uri: string, { refBase }: { readonly refBase?: string }): string {
  if (refBase === undefined || !uri.startsWith(ROOT_URI)) return uri;
  return refBase === '' ? ROOT_URI : `${fileUri(refBase)}/`;
}

/** A URN or the like, or an HTTP URL whose host has only letters, and whose path has no dots at the beginning of a segment. */
const PLAIN_URI =
  /^(?:(?!(?:https?|ftp|wss?|file|javascript|data):)[a-z][a-z0-9+.-]*:[\w-][\w.:-]*|https?:\/\/[a-z]+(?:[.-][a-z]+)*(?:\/[\w-][\w.-]*)+)$/;

/** Resolves a reference to an absolute URI without fragment. Undefined where it cannot be resolved against `base`. */
export function resolveUri(reference: string, base: string): string | undefined {
  // A URI that needs no normalizing is absolute, and parsing each would take long.
  if (PLAIN_URI.test(reference)) return reference;
  try {
    return new URL(reference, base).href.replace(/#.*$/s, '');
  } catch {
    return undefined;
  }
}

/** A URI without what people most often get wrong in it: the query, `http` or `https`, a slash at the end, upper and lower case. */
export function plainUri(uri: string): string {
  return uri
    .replace(/[?#].*$/s, '')
    .replace(/^https:/i, 'http:')
    .replace(/\/+$/, '')
    .toLowerCase();
}
