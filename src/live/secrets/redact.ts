import { escapePattern } from '../../model/escape-pattern';

/** Replaces secrets in a text that a server or a library wrote. */
export type Redact = (text: string) => string;

/**
 * Shorter secrets are not searched for: `1` or `abc` stand in every body by chance, and blanking them would falsify what
 * is checked without hiding anything.
 */
const SHORTEST = 4;

/** Replaces each of the secrets by as many `*`, so that positions stay, however JSON or a URL escapes it. */
export function createRedact(secrets: readonly string[]): Redact {
  const searched = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST);
  if (searched.length === 0) return (text) => text;
  // The longest first: of `Bearer abcd` and `abcd`, the first is to be blanked as a whole.
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
