import { isAbsolute, resolve } from 'node:path';

import { childPointer } from '../../model/json/json-pointer';
import { isBelow, staysInside } from '../disk/file-path';
import type { At, Manifest, ManifestMistake } from '../manifest/manifest';
import { realPath } from '../disk/real-path';
import { repositoryFolder } from '../disk/repository-folder';
import type { Tree } from '../tree/tree';

const IN_FOLDER = `is outside the folder that it is relative to: use a path inside the manifest's folder`;

/** Finds paths that leave the folder that they must be in. */
export function pathsOutside(
  manifest: Manifest,
  folder: string,
  cwd: string,
  tree: Pick<Tree, 'realPath'>,
): readonly ManifestMistake[] {
  const places = manifest.facts.flatMap((fact) => fact.places);
  // Services of one repository may share schemas, samples and code. What is written stays in the folder of the manifest.
  const shared = [
    ...manifest.openApi.map(({ document }) => document),
    ...manifest.schemas,
    ...(manifest.refBase === undefined ? [] : [manifest.refBase]),
    ...manifest.references.map(({ target }) => target),
    ...places.flatMap((place) =>
      place.kind === 'file' ? [{ value: place.file, pointer: childPointer(place.pointer, 'file') }] : [],
    ),
  ];
  const paths = [
    manifest.types,
    ...manifest.ignore,
    ...manifest.contracts.flatMap(({ ranges, samples, live, except }) => [
      ...except,
      ...ranges.map(({ schema }) => schema),
      ...samples.map(({ path, pointer }) => ({ value: path, pointer })),
      ...live.flatMap(({ sample, pointer }) =>
        sample === undefined ? [] : [{ value: sample, pointer: childPointer(pointer, 'sample') }],
      ),
    ]),
    ...places.flatMap((place) =>
      place.kind === 'sample'
        ? [{ value: place.sample, pointer: childPointer(place.pointer, 'sample') }]
        : [],
    ),
  ];
  const room = roomAround(folder, cwd);
  return [
    ...manifest.samples.filter(({ value }) => !isNamedIn(room, folder, value)).map((at) => outside(at, room)),
    ...shared.flatMap((at) => {
      if (!isNamedIn(room, folder, at.value)) return [outside(at, room)];
      if (isBelow(room.folder, tree.realPath(resolve(folder, at.value)))) return [];
      const message = `\`${at.value}\` leads through a symbolic link out of ${room.name}: put the files inside it`;
      return [{ pointer: at.pointer, message }];
    }),
    ...paths
      .filter(({ value }) => !staysInside(folder, value))
      .map(({ value, pointer }) => ({ pointer, message: `\`${value}\` ${IN_FOLDER}` })),
  ];
}

/** A folder as a real path, and how messages name it. */
interface Room {
  readonly folder: string;
  readonly name: string;
  /** Whether it is the manifest's own folder. */
  readonly isOwn: boolean;
}

/**
 * The folder that samples, schemas and code must be in: the git repository. Without one, it is the working folder, or the manifest's folder if
 * that is not below the working folder.
 */
function roomAround(folder: string, cwd: string): Room {
  const own = realPath(folder);
  const repository = repositoryFolder(own);
  const here = realPath(cwd);
  const room =
    repository !== undefined
      ? { folder: repository, name: 'this git repository' }
      : isBelow(here, own)
        ? { folder: here, name: 'the working folder' }
        : { folder: own, name: "the manifest's folder" };
  return { ...room, isOwn: room.folder === own };
}

/** Whether a path is in a folder as it is written, wherever symbolic links on its way may lead. */
function isNamedIn(room: Room, folder: string, path: string): boolean {
  return !isAbsolute(path) && isBelow(room.folder, resolve(realPath(folder), path));
}

function outside({ value, pointer }: At<string>, room: Room): ManifestMistake {
  return {
    pointer,
    message: `\`${value}\` ${room.isOwn ? IN_FOLDER : `is outside ${room.name}: use a path inside it`}`,
  };
}
