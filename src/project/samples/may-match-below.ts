import picomatch from 'picomatch';

import { fillIn, MICROVERSION, placeholdersIn } from './placeholders';

/** Whether a pattern of samples could match a file below this folder, where a placeholder matches anything, and `{microversion}` also nothing. */
export function mayMatchBelow(pattern: string, folder: string): boolean {
  const folders = folder.split('/');
  const words = new Map([...placeholdersIn(pattern), MICROVERSION].map((word) => [word, '*']));
  const without = pattern.replaceAll(`{${MICROVERSION}}/`, '');
  return [pattern, without]
    .map((glob) => fillIn(glob, words, (value) => value))
    .some((glob) => canReach(glob.split('/'), folders));
}

function canReach(segments: readonly string[], folders: readonly string[]): boolean {
  const deep = segments.findIndex((segment) => segment.includes('**'));
  const fixed = deep === -1 ? segments : segments.slice(0, deep);
  if (deep === -1 && fixed.length <= folders.length) return false;
  return folders.every((name, index) => {
    const segment = fixed[index];
    return segment === undefined || picomatch.isMatch(name, segment);
  });
}
