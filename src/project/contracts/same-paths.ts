import { resolve } from 'node:path';

import type { Claim } from '../../model/contracts/contract';
import { groupBy } from '../../model/group-by';
import { count } from '../../wording/list-words';
import { isRelativeToManifest } from '../samples/find-samples';
import type { SamplePath } from '../samples/load-samples';
import type { At, ManifestMistake } from '../manifest/manifest';

/** A folder of samples and its place in the manifest. */
export interface SampleRoot {
  readonly path: At<string>;
  readonly absolute: string;
}

/**
 * Finds samples with the same path in two folders of samples: what names one of them names both. They are no mistake if only patterns that are
 * relative to the manifest name them. `named` are the samples of requests and facts.
 */
export function findSamePaths(
  roots: readonly SampleRoot[],
  files: readonly SamplePath[],
  claims: ReadonlyMap<SamplePath, readonly Claim[]>,
  named: ReadonlySet<string>,
): readonly ManifestMistake[] {
  if (roots.length < 2) return [];
  const pairs = [...groupBy(files, ({ path }) => path).values()].flatMap((same) => {
    const [first, second] = same;
    if (first === undefined || second === undefined) return [];
    const patterns = same.flatMap((file) => (claims.get(file) ?? []).map(({ pattern }) => pattern.pattern));
    const isClear = patterns.length > 0 && patterns.every(isRelativeToManifest) && !named.has(first.path);
    return isClear ? [] : [[first, second] as const];
  });
  const ofRoots = groupBy(pairs, (pair) => pair.map(rootOf).join('\0'));
  return [...ofRoots.values()].flatMap((of) => {
    const [[first, second] = []] = of;
    const root = roots.find(({ absolute }) => second !== undefined && resolve(absolute) === rootOf(second));
    if (first === undefined || second === undefined || root === undefined) return [];
    const others = of.length === 1 ? '' : `, like ${count(of.length - 1, 'other pair')}`;
    return [
      {
        pointer: root.path.pointer,
        message: `\`${first.local}\` and \`${second.local}\` have the same path in two folders of samples${others}, so a pattern cannot tell them apart: write \`./${first.local}\` and \`./${second.local}\` in \`samples:\` of contracts`,
      },
    ];
  });
}

/** The absolute path of the folder of samples that a file is in. */
function rootOf({ root }: SamplePath): string {
  return resolve(root);
}
