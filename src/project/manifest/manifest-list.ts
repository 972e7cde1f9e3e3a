import { dirname, resolve } from 'node:path';

import { childPointer } from '../../model/json/json-pointer';
import { staysInside } from '../disk/file-path';
import { globFiles } from '../disk/list-files';
import type { At, ManifestList, ManifestMistake } from './manifest';
import { realPath } from '../disk/real-path';

/** A manifest that another one lists, and the glob that matches it. */
export interface ListedManifest {
  readonly file: string;
  readonly glob: At<string>;
}

/** The files that a list of manifests names, with their absolute paths, and what is wrong in it. `own` is the path of the list. */
export function listedManifests(
  { globs, besides }: ManifestList,
  own: string,
): { readonly listed: readonly ListedManifest[]; readonly mistakes: readonly ManifestMistake[] } {
  const folder = dirname(own);
  const ownPath = realPath(own);
  const listed = new Map<string, ListedManifest>();
  const mistakes: ManifestMistake[] = besides.map((key) => ({
    pointer: childPointer('', key),
    token: 'key',
    message: `\`manifests\` must be the only property: move \`${key}\` to a manifest that it lists`,
  }));
  for (const glob of globs) {
    const { value, pointer } = glob;
    if (!staysInside(folder, value)) {
      mistakes.push({
        pointer,
        message: `\`${value}\` is outside the folder of the manifest: list only manifests below it`,
      });
      continue;
    }
    const files = globFiles(value, folder).map((path) => resolve(folder, path));
    // A glob for every manifest also matches the one that it is in.
    const others = files
      .map((file) => ({ file, real: realPath(file) }))
      .filter(({ real }) => real !== ownPath);
    if (others.length === 0)
      mistakes.push({ pointer, message: `no file matches \`${value}\`: fix or remove it` });
    for (const { file, real } of others) {
      const before = listed.get(real);
      if (before === undefined) listed.set(real, { file, glob });
      else
        mistakes.push({
          pointer,
          message: `\`${value}\` matches a manifest that \`${before.glob.value}\` matches too: remove one of them`,
        });
    }
  }
  return { listed: [...listed.values()], mistakes };
}
