import { createHash } from 'node:crypto';

import type { Project } from '../../model/project';

/**
 * A hash of everything that the result of judging a project depends on, but for the schemas, of which only the names: the code (`build`),
 * the engine that runs it, and every text that was read. What is derived from those texts is left out.
 */
export function fingerprintOf(project: Project, build: string): string {
  const { manifest, folders, samples, facts, factSources, schemas } = project;
  const hash = createHash('sha256');
  // Each part with its length, so that no two lists of parts read the same.
  const add = (part: string) => hash.update(`${part.length}:`).update(part);
  for (const part of [build, process.version, manifest.name, manifest.text, schemas.root, folders.project])
    add(part);
  add(JSON.stringify(schemas.list()));
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
