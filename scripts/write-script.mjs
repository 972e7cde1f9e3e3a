import { readFileSync, writeFileSync } from 'node:fs';

/** Those of a module, and what is the caller's own, wherever the code runs: a test runner replaces both in its sandbox. */
const PARAMETERS = 'exports, require, module, __filename, __dirname, process, Error';

/**
 * Makes a bundle the script that `load-program.ts` runs. It is a function, as Node makes one of each module: adding it to the text in each run would copy
 * megabytes. Escapes what esbuild leaves as it is in regular expressions and comments, so that the file is ASCII. It is read byte by byte, and V8
 * keeps such a text in half of the memory.
 */
export function writeScript(file) {
  const code = readFileSync(file, 'utf8');
  // There, an escape would be text.
  if (/String\.raw`[^`]*[^\0-\x7F]/.test(code))
    throw new Error(
      `${file} has a String.raw template with a character that is not ASCII: use another literal`,
    );
  const ascii = code.replaceAll(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, `(function (${PARAMETERS}) { ${ascii}\n})`);
}
