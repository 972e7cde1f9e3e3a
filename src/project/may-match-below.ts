import picomatch from 'picomatch';

/** Whether a pattern of samples could match a file below this folder, where `{microversion}` matches one folder or none. */
export function mayMatchBelow(pattern: string, folder: string): boolean {
  const folders = folder.split('/');
  const withFolder = pattern.replaceAll('{microversion}', '*');
  const without = pattern.replaceAll('{microversion}/', '');
  return [withFolder, without].some((glob) => canReach(glob.split('/'), folders));
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
