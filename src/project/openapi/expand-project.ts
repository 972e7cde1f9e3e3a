import {
  partsOf,
  problemsOf,
  type ExternalExample,
  type OpenApiDocument,
  type OperationPart,
} from '../../model/project/open-api';
import type { Project } from '../../model/project/project';
import { UsageError } from '../../model/usage-error';
import { createSchemaLibrary } from '../../schema/link/schema-library';
import type { ManifestReading } from '../load-manifest';
import type { Manifest, ManifestMistake, ManifestOpenApi } from '../manifest/manifest';
import { contractsOf } from './document-contracts';
import { createExampleFiles } from './example-files';
import { samplesOf } from './example-samples';
import type { Tree } from '../tree/tree';
import { readDocuments } from './read-documents';
import { refineContracts, withReplaced } from './refine-contracts';

/** The entries of a manifest, with its source and the folder that paths are relative to. */
export type OpenApiEntries = Pick<Extract<ManifestReading, { kind: 'ready' }>, 'source' | 'folder'> & {
  readonly manifest: Pick<Manifest, 'openApi' | 'limits'>;
};

/**
 * Adds what the manifest's OpenAPI documents give: a contract for everything with a schema that their operations send or receive, and their
 * examples as samples. Throws a UsageError that lists the mistakes in the entries.
 */
export function withOpenApi(
  project: Project,
  { manifest, source, folder }: OpenApiEntries,
  cwd: string,
  tree: Tree,
): Project {
  if (manifest.openApi.length === 0) return project;
  const { base } = project.folders.schemas;
  const library = createSchemaLibrary(project.schemas);
  const { documents, mistakes } = readDocuments(manifest.openApi, library, { folder, base, tree });
  const given = contractsOf(documents);
  const refined = refineContracts(project.contracts, given.contracts);
  const all = [
    ...[...mistakes, ...sameNames(documents, manifest.openApi)].map(
      (each) => ({ ...each, token: 'value' }) as const,
    ),
    // Without all of the documents, a name may be right.
    ...(mistakes.length > 0 ? [] : refined.mistakes).map((each) => ({ ...each, token: 'key' }) as const),
  ];
  if (all.length > 0)
    throw new UsageError(
      'the manifest is wrong, so nothing was checked',
      all.map(({ pointer, token, message }) => ({ place: { file: source.name, pointer, token }, message })),
      source,
    );
  const files = createExampleFiles(project.folders.schemas, { cwd, limits: manifest.limits, tree });
  const { samples, problems } = samplesOf(given.examples, files);
  const notJudged = documents.flatMap((document) => partsOf(document).flatMap(filesNotJudged));
  const missing = notJudged.flatMap((example) => files.problem(example) ?? []);
  return {
    ...project,
    openApi: {
      documents,
      problems: [...problemsOf(documents), ...problems, ...missing],
    },
    contracts: refined.contracts,
    samples: [...project.samples.map((sample) => withReplaced(sample, refined.replaced)), ...samples],
  };
}

/** The files of a part's examples that are not checked, which must exist all the same. */
function filesNotJudged({ schema, examples, files = [] }: OperationPart): readonly ExternalExample[] {
  const ofExamples = examples.flatMap((example) => (example.kind === 'external' ? [example] : []));
  return schema === undefined ? [...ofExamples, ...files] : files;
}

/** Two documents that give a contract of one name. */
function sameNames(
  documents: readonly OpenApiDocument[],
  entries: readonly ManifestOpenApi[],
): readonly ManifestMistake[] {
  const first = new Map<string, ManifestOpenApi>();
  return documents.flatMap(({ operations }, index) => {
    const entry = entries[index];
    // Without all of the documents, they are not in the order of the entries.
    if (entry === undefined || documents.length < entries.length) return [];
    const names = new Set(operations.flatMap(({ parts }) => parts.map(({ contract }) => contract)));
    const twice = [...names].find((name) => first.has(name));
    for (const name of names) if (!first.has(name)) first.set(name, entry);
    const other = twice === undefined ? undefined : first.get(twice);
    if (twice === undefined || other === undefined) return [];
    const { pointer, value } = entry.document;
    const also = other.document.value === value ? 'an earlier entry' : `\`${other.document.value}\``;
    return [
      {
        pointer,
        message: `\`${value}\` has the contract \`${twice}\`, and so has ${also}: give one of them ${entry.prefix === undefined ? 'a' : 'another'} \`prefix:\``,
      },
    ];
  });
}
