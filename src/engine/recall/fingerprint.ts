import type { Project } from '../../model/project/project';
import { fileOf } from '../../model/documents/source';
import { createRepositoryPaths } from '../../project/disk/folder-in-repository';
import type { PortableNames } from './portable-names';

/**
 * A hash of everything that the result of a check depends on, except the texts of schemas: the code (`build`), the version of Node, every
 * other text that was read and the names of the files, relative to the manifest. Data derived from these texts is not part of it.
 */
export function fingerprintOf(
  project: Project,
  build: string,
  { toStored }: Pick<PortableNames, 'toStored'>,
): string {
  const { manifest, folders, contracts, samples, facts, factSources, schemas, unread } = project;
  // Loaded here because runs without the cache need no hash.
  const { createHash }: typeof import('node:crypto') = require('node:crypto');
  const hash = createHash('sha256');
  // Each part is preceded by its length, so that two different lists of parts never give the same bytes.
  const add = (part: string) => hash.update(`${part.length}:`).update(part);
  for (const part of [
    build,
    process.version,
    toStored(manifest.name),
    manifest.text,
    folders.project,
    // Fingerprints of findings have the names of files below the top of the repository.
    createRepositoryPaths(folders.project, folders.project)('.'),
  ])
    add(part);
  add(JSON.stringify(folders.schemas));
  add(JSON.stringify(schemas.list()));
  const hashed = new Set<string>();
  for (const { path, document } of samples) {
    add(path);
    add(toStored(document.source.name));
    // Parts of one file share its text.
    const file = fileOf(document.source);
    if (!hashed.has(file)) add(document.source.text);
    hashed.add(file);
    add(JSON.stringify(document.problems));
  }
  // The schemas that samples name depend on more files.
  add(JSON.stringify(contracts.map(({ name, versions }) => [name, versions.map(({ schema }) => schema)])));
  for (const part of [samples.map(({ nameless = null }) => nameless), facts])
    add(
      JSON.stringify(part, (property, value: unknown) =>
        property === 'file' && typeof value === 'string' ? toStored(value) : value,
      ),
    );
  add(JSON.stringify([unread?.unnamed.map(toStored), unread?.toml.map(toStored)]));
  for (const { name, text } of factSources) {
    add(toStored(name));
    add(text);
  }
  return hash.digest('hex');
}
