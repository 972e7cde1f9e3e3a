import { placeInCommit, type CommittedState } from '../../model/project/change';
import type { Document } from '../../model/documents/document';
import type { Project } from '../../model/project/project';
import { schemaFileAt } from '../../model/project/schema-files';
import type { Source } from '../../model/documents/source';

/** The places in a report that need a source. */
interface Pointing {
  readonly at: { readonly file: string };
  readonly related?: readonly { readonly at: { readonly file: string } }[];
}

/** The texts that reports may point into, by file name: all samples and `others`, but only the schemas that a report points into. */
export function sourcesOf(
  project: Project,
  reports: readonly Pointing[],
  others: readonly Document[] = [],
): ReadonlyMap<string, Source> {
  const { manifest, samples, factSources, schemas } = project;
  const sources = new Map<string, Source>();
  const add = (source: Source) => sources.set(source.name, source);
  // Facts may be read from any file as plain text: a manifest, sample or schema also needs the places of its values.
  for (const source of factSources) add(source);
  add(manifest);
  const documents = function* all() {
    for (const { document } of samples) yield document;
    yield* others;
  };
  // The whole file of a part, unless the file is a sample too.
  for (const { source } of documents()) if (source.part !== undefined) add(source.part.whole);
  for (const { source } of documents()) add(source);
  const places = reports.flatMap(({ at, related = [] }) => [at, ...related.map((other) => other.at)]);
  for (const { file: name } of places) {
    if (sources.has(name) && !factSources.some((source) => source === sources.get(name))) continue;
    const schema = schemas.get(schemaFileAt(schemas, name));
    if (schema?.source.name === name) sources.set(name, schema.source);
  }
  return sources;
}

/** The texts in commits that reports point into, by the names of their places. */
export function committedSources(
  states: readonly CommittedState[],
  reports: readonly Pointing[],
): ReadonlyMap<string, Source> {
  const files = [...new Set(reports.flatMap(({ related = [] }) => related.map(({ at }) => at.file)))];
  return new Map(
    states.flatMap((state) => {
      const prefix = placeInCommit(state, { file: '' }).file;
      const names = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
      const sources =
        names.length === 0
          ? undefined
          : sourcesOf(
              state.project,
              names.map((file) => ({ at: { file } })),
            );
      return names.flatMap((name): (readonly [string, Source])[] => {
        const source = sources?.get(name);
        return source === undefined ? [] : [[prefix + name, inCommit(state.commit, prefix + name, source)]];
      });
    }),
  );
}

function inCommit(commit: string, name: string, source: Source): Source {
  return {
    name,
    text: source.text,
    locate: (places) => source.locate(places.map((place) => ({ ...place, file: source.name }))),
    committed: { commit, source },
  };
}

/** The texts of the files that findings are in, by name: a finding in a part of a file points into the text of the file. */
export function filesOf(
  sources: ReadonlyMap<string, Source>,
  findings: readonly { readonly file: string }[],
): ReadonlyMap<string, Source> {
  const names = new Set(findings.map(({ file }) => file));
  const files = new Map<string, Source>();
  for (const source of sources.values()) {
    const file = source.part?.whole ?? source;
    if (source.committed !== undefined || !names.has(file.name)) continue;
    if (source.part === undefined || !files.has(file.name)) files.set(file.name, file);
  }
  return files;
}
