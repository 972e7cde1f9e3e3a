import type { Contract } from '../../model/contract';
import type { Document } from '../../model/document';
import type { Project } from '../../model/project';
import { UsageError } from '../../model/usage-error';
import { createSchemaLibrary } from '../../schema/link/schema-library';
import { fileKind } from '../file-kind';
import { displayPath } from '../file-path';
import type { ManifestReading } from '../load-manifest';
import { readSample } from '../load-samples';
import type { ManifestOpenApi } from '../manifest';
import type { ManifestMistake } from '../manifest';
import { schemaFilePath } from '../schema-folders';
import { contractsOf } from './document-contracts';
import { samplesOf } from './example-samples';
import { readDocuments } from './read-documents';
import { refineContracts, withReplaced } from './refine-contracts';

/**
 * Adds what the manifest's OpenAPI documents give: a contract for everything with a schema that their operations send or receive, and their
 * examples as samples. Throws a UsageError that lists the mistakes in the entries.
 */
export function withOpenApi(
  project: Project,
  { manifest, source, folder }: Extract<ManifestReading, { kind: 'ready' }>,
  cwd: string,
): Project {
  if (manifest.openApi.length === 0) return project;
  const { base } = project.folders.schemas;
  const library = createSchemaLibrary(project.schemas);
  const { documents, mistakes } = readDocuments(manifest.openApi, library, { folder, base });
  const given = contractsOf(documents.flatMap(({ operations }) => operations));
  const refined = refineContracts(project.contracts, given.contracts);
  const all = [...mistakes, ...sameNames(given.contracts, manifest.openApi), ...refined.mistakes];
  if (all.length > 0)
    throw new UsageError(
      'the manifest is wrong, so nothing was checked',
      all.map(({ pointer, message }) => ({ place: { file: source.name, pointer, token: 'value' }, message })),
      source,
    );
  const { samples, problems } = samplesOf(given.examples, readExternal);
  return {
    ...project,
    openApi: { documents, problems: [...documents.flatMap((document) => document.problems), ...problems] },
    contracts: refined.contracts,
    samples: [...project.samples.map((sample) => withReplaced(sample, refined.replaced)), ...samples],
  };

  function readExternal(path: string): Document | undefined {
    const absolute = schemaFilePath(project.folders.schemas, path);
    if (absolute === undefined || fileKind(absolute) !== 'file') return undefined;
    return readSample({ path, absolute, name: displayPath(cwd, absolute) }, manifest.limits)(undefined)[0];
  }
}

/** Two documents that give one name, or two operations of one document. */
function sameNames(
  contracts: readonly Contract[],
  entries: readonly ManifestOpenApi[],
): readonly ManifestMistake[] {
  const seen = new Set<string>();
  const twice = contracts.find(({ name }) => seen.size === seen.add(name).size);
  const [, second = entries[0]] = entries;
  if (twice === undefined || second === undefined) return [];
  return [
    {
      pointer: second.document.pointer,
      message: `the contract \`${twice.name}\` is given twice: give one of the documents a \`prefix:\``,
    },
  ];
}
