import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Escapes what esbuild leaves as it is in regular expressions and comments, so that the file is ASCII. `start-program.ts` reads it byte by byte, and V8
 * keeps such a text in half of the memory.
 */
export function escapeBundle(file) {
  const code = readFileSync(file, 'utf8');
  // There, an escape would be text.
  if (/String\.raw`[^`]*[^\0-\x7F]/.test(code))
    throw new Error(
      `${file} has a String.raw template with a character that is not ASCII: use another literal`,
    );
  writeFileSync(
    file,
    code.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
