import { resolve, sep } from 'node:path';

import { formatSchemaRef, type Sample, type SchemaRef } from '../../model/contracts/contract';
import type { Fact } from '../../model/project/fact';
import type { Project } from '../../model/project/project';
import { fileOf } from '../../model/documents/source';
import { schemaFileName } from '../../model/project/schema-files';
import { memoize } from '../../model/memoize';
import { pathsThrough, realPath, type KnownFolders } from '../../project/disk/real-path';
import type { SchemaSet } from '../../schema/schema-set';

/** What PATHs select in a project. */
export interface WantedFiles {
  /** Whether a document is at a PATH or is a sample that a PATH brings: a file by its name in findings, or a part by its `documentName`. */
  readonly isWanted: (file: string) => boolean;
  /** The facts with a place in a text file at a PATH. */
  readonly facts: readonly Fact[];
  /** The PATHs that bring neither a sample nor a fact, and lead to no OpenAPI document and to no finding. */
  readonly idle: readonly string[];
}

/** One PATH, without symbolic links too: a file may be reached through a link. */
interface Place {
  readonly path: string;
  readonly absolute: string;
  readonly real: string;
}

/** What one PATH brings. */
interface Brought {
  readonly samples: readonly Sample[];
  readonly facts: readonly Fact[];
}

/**
 * Finds what PATHs bring: the samples there, the samples that are checked against a schema there or against one that refers to it, and the
 * facts that are read from a text file there. The manifest brings everything. `found` are other files with findings.
 */
export function findWanted(
  project: Project,
  schemas: Pick<SchemaSet, 'reach' | 'problems'>,
  paths: readonly string[],
  cwd: string,
  found: readonly string[] = [],
): WantedFiles {
  const { manifest, samples, facts, openApi } = project;
  const alsoThere = new Set([
    manifest.name,
    ...openApi.documents.map(({ file }) => file.source.name),
    ...found,
  ]);
  const folders: KnownFolders = new Map();
  const stepsTo = memoize((file: string) => pathsThrough(resolve(cwd, file), folders));
  const filesOfSchema = new Map<string, readonly string[]>();
  const fileNames = new Map(samples.map(({ document: { source } }) => [source.name, fileOf(source)]));
  const places = paths.map((path): Place => {
    const absolute = resolve(cwd, path);
    return { path, absolute, real: realPath(absolute) };
  });
  const brought = places.map(broughtBy);
  const broughtFiles = new Set(
    brought.flatMap((each) => each.samples.map(({ document }) => document.source.name)),
  );
  const isEverything = places.some((place) => isAt(place, manifest.name));
  return {
    isWanted: (file) => isEverything || broughtFiles.has(file) || places.some((place) => isAt(place, file)),
    facts: facts.filter((fact) => brought.some((each) => each.facts.includes(fact))),
    idle: places
      .filter((place, index) => {
        const each = brought[index] ?? { samples, facts };
        return (
          each.samples.length + each.facts.length === 0 && ![...alsoThere].some((name) => isAt(place, name))
        );
      })
      .map(({ path }) => path),
  };

  function broughtBy(place: Place): Brought {
    if (isAt(place, manifest.name)) return { samples, facts };
    const mayBeSchema = mayHaveSchemas(place);
    return {
      samples: samples.filter(
        ({ document, claims }) =>
          isAt(place, document.source.name) ||
          (mayBeSchema &&
            claims.some(({ versions }) =>
              versions.some(({ schema }) => filesOf(schema).some((file) => isAt(place, file))),
            )),
      ),
      facts: facts.filter(({ sources }) =>
        sources.some(({ file }) => file !== undefined && isAt(place, file)),
      ),
    };
  }

  /** Only then must the schemas be read. A link in a folder of schemas may lead anywhere. */
  function mayHaveSchemas(place: Place): boolean {
    const { roots, others } = project.folders.schemas;
    return [...roots, ...others].some((folder) => {
      const root = realPath(folder);
      return (
        contains(place.real, root) ||
        contains(root, place.real) ||
        contains(folder, place.absolute) ||
        project.schemas.hasLinks?.() === true
      );
    });
  }

  /** The names of a schema and of everything that it refers to, including files that cannot be read. */
  function filesOf(schema: SchemaRef): readonly string[] {
    const key = formatSchemaRef(schema);
    const known = filesOfSchema.get(key);
    if (known !== undefined) return known;
    const files = [
      schemaFileName(project.schemas, schema.file),
      ...schemas.reach([schema]).map(({ file }) => file.source.name),
      ...schemas.problems(schema).map((problem) => problem.place.file),
    ];
    filesOfSchema.set(key, [...new Set(files)]);
    return files;
  }

  /** A sample may be a link into another folder, and the PATH another way to the folder of the link. */
  function isAt({ absolute, real }: Place, name: string): boolean {
    const file = fileNames.get(name) ?? name;
    if (file !== name && absolute === resolve(cwd, name)) return true;
    return contains(absolute, resolve(cwd, file)) || stepsTo(file).some((step) => contains(real, step));
  }
}

/** Whether an absolute path is a file or folder, or is below it. Faster than `relative` for many paths. */
function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
