import { createHash } from 'node:crypto';

import type { Project } from '../../model/project';
import { schemaFileName } from '../../model/schema-files';

/**
 * A hash of everything that the result of a check depends on, except the texts of schemas: the code (`build`), the version of Node, every
 * other text that was read and the names of the schemas. Data derived from these texts is not part of it.
 */
export function fingerprintOf(project: Project, build: string): string {
  const { manifest, folders, samples, facts, factSources, schemas } = project;
  const hash = createHash('sha256');
  // Each part is preceded by its length, so that two different lists of parts never give the same bytes.
  const add = (part: string) => hash.update(`${part.length}:`).update(part);
  for (const part of [build, process.version, manifest.name, manifest.text, schemas.root, folders.project])
    add(part);
  add(JSON.stringify(folders.schemas));
  // The names in findings depend on the working folder.
  add(JSON.stringify(schemas.list().map((file) => schemaFileName(schemas, file))));
  for (const { path, document } of samples) {
    add(path);
    add(document.source.name);
    add(document.source.text);
    add(JSON.stringify(document.problems));
  }
  add(JSON.stringify(facts));
  for (const { name, text } of factSources) {
    add(name);
    add(text);
  }
  return hash.digest('hex');
}
