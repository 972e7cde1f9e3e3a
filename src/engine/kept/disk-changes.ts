import { isContent } from '../../project/disk/look';
import { CONTENT } from '../../project/disk/recorded-looks';
import type { Judgement } from './judgement';

/** What has changed on the disk since a run. */
export interface DiskChanges {
  /** The files with another content, as absolute paths; also those that are gone. */
  readonly contents: ReadonlySet<string>;
  /** Whether other contracts and samples may be in the project. */
  readonly isOfProject: boolean;
}

/** Looks that may see something else without a change of what a schema refers to, or of where a file is. */
const OF_LISTINGS: ReadonlySet<string> = new Set(['names', 'list']);

/** What has changed, by `<look> <path>`. Undefined where it may have an effect on anything, such as a moved link. */
export function changesOf(
  changed: ReadonlyMap<string, string>,
  { structural }: Pick<Judgement, 'structural'>,
): DiskChanges | undefined {
  const ofProject = new Set(structural);
  const contents = new Set<string>();
  let isOfProject = false;
  for (const [key, seen] of changed) {
    if (key.startsWith(CONTENT)) {
      const path = key.slice(CONTENT.length);
      contents.add(path);
      isOfProject ||= !isContent(seen) || ofProject.has(path);
    } else if (OF_LISTINGS.has(key.slice(0, key.indexOf(' ')))) isOfProject = true;
    else return undefined;
  }
  return { contents, isOfProject };
}
