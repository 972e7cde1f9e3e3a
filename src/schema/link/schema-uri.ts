/** The URI of the schema root: files without an `$id` have a URI below it, by their path. */
export const ROOT_URI = 'root://schemas/';

/** The URI of a file that has no `$id`. */
export function fileUri(file: string): string {
  return /^[a-z]+:/.test(file) ? file : ROOT_URI + file.split('/').map(encodeURIComponent).join('/');
}

/** Resolves a reference to an absolute URI without fragment. Undefined where it cannot be resolved against `base`. */
export function resolveUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href.replace(/#.*$/s, '');
  } catch {
    return undefined;
  }
}
