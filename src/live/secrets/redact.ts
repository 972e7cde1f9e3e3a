import { escapePattern } from '../../model/escape-pattern';

/** Replaces secrets in text from a server or a library. */
export type Redact = (text: string) => string;

/**
 * Secrets shorter than this are not redacted: `1` or `abc` occurs in every body by chance, and blanking it would change
 * the data that is checked without hiding anything.
 */
const SHORTEST = 4;

/** Replaces each secret, however JSON or a URL escapes it, with as many `*`, so that positions stay right. */
export function createRedact(secrets: readonly string[]): Redact {
  const searched = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST);
  if (searched.length === 0) return (text) => text;
  // The longest first: `Bearer abcd` must be blanked as a whole, not only its `abcd`.
  const patterns = searched.sort((one, other) => other.length - one.length).map(patternOf);
  const anySecret = new RegExp(patterns.join('|'), 'gi');
  return (text) => text.replaceAll(anySecret, (found) => '*'.repeat(found.length));
}

function patternOf(secret: string): string {
  return Array.from(secret, (character) => {
    const spellings = [
      character,
      JSON.stringify(character).slice(1, -1),
      ...(character === '/' ? [String.raw`\/`] : []),
      Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join(''),
      percentEncoded(character),
    ];
    return `(?:${[...new Set(spellings)].map(escapePattern).join('|')})`;
  }).join('');
}

function unicodeEscape(unit: number): string {
  return String.raw`\u${unit.toString(16).padStart(4, '0')}`;
}

function percentEncoded(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
