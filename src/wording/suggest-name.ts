import { nearest } from '../model/nearest';

/** What to do about an unknown name: the nearest known one, as a question. If none is near, `otherwise`, by default all known names. */
export function suggestName(
  name: string,
  known: readonly string[],
  otherwise = `use one of ${known.join(', ')}`,
): string {
  const near = nearest(name, known);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}
