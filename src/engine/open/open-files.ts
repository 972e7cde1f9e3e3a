import { dirname, resolve } from 'node:path';

import {
  formatSchemaRef,
  type Claim,
  type Contract,
  type Sample,
  type SchemaRef,
} from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import { percentDecoded } from '../../model/percent-decoded';
import type { Place } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import type { RuleLevel } from '../../model/severity';
import { UsageError } from '../../model/usage-error';
import { DISK } from '../../project/tree/disk-tree';
import { fileKind } from '../../project/disk/file-kind';
import { displayPath, isWrittenAsUrl } from '../../project/disk/file-path';
import { repositoryFolder } from '../../project/disk/repository-folder';
import { topOf } from '../../project/manifest/find-manifest';
import { listOperands } from '../../project/samples/list-operands';
import { loadSamples } from '../../project/samples/load-samples';
import { openSchemaFolders } from '../../project/schemas/open-schema-files';
import { createTextSource } from '../../text/text-source';
import { count } from '../../wording/list-words';

/** Which files are checked, and against which schema. */
export interface FilesToOpen {
  readonly cwd: string;
  readonly schema: string;
  readonly paths: readonly string[];
  readonly documents: readonly Document[];
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Called with the paths that are skipped. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** Files and their schema as a project with one contract, and the place that stands for the name of the schema. */
export interface OpenedFiles {
  readonly project: Project;
  readonly schema: SchemaRef;
  readonly named: Place;
}

/** Opens a schema and the files to check against it. Throws a UsageError if the schema is not a file, or there is nothing to check. */
export function openFiles({
  cwd,
  schema: text,
  paths,
  documents,
  rules,
  onWarning,
}: FilesToOpen): OpenedFiles {
  const { file, pointer } = parseSchema(text, cwd);
  const operands = listOperands(paths, file, cwd);
  if (operands.files.length + documents.length === 0)
    throw new UsageError(`nothing was checked: \`${text}\` is the schema, so name other files`);
  const [itself] = operands.schemas;
  if (itself !== undefined) onWarning?.(`skipped \`${itself}\`: it is the schema`);
  for (const { folder, files } of operands.others)
    onWarning?.(
      `skipped ${count(files.length, 'YAML or NDJSON file')} in \`${folder}\`: only the .json files of a folder are checked, so name the others, or use a glob`,
    );
  const folder = dirname(file);
  // References must not leave the base. Only files near the schema are known by their `$id`: a repository is large.
  const base = topOf(folder);
  const folders = { base, roots: [folder], others: [base], documents: [] };
  const schema = { file: displayPath(base, file), pointer };
  const manifest = createTextSource('<schema>', text);
  const named = { file: manifest.name };
  const contract: Contract = {
    name: formatSchemaRef(schema),
    place: named,
    versions: [{ range: {}, schema, place: named }],
    patterns: [],
    live: [],
  };
  const claims: readonly Claim[] = [
    { contract, pattern: { pattern: '', expect: 'valid', place: named }, versions: contract.versions },
  ];
  const samples = [
    ...loadSamples(operands.files, new Map(), new Map(), { ...DEFAULT_LIMITS, tree: DISK }).samples,
    ...documents.map((document) => ({ path: document.source.name, document })),
  ].map(({ path, document }): Sample => ({ path, document, claims }));
  const project: Project = {
    manifest,
    folders: { project: base, samples: [cwd], schemas: folders, types: base },
    openApi: { documents: [], problems: [] },
    contracts: [contract],
    samples,
    unmatched: [],
    templates: [],
    schemas: {
      ...openSchemaFolders(folders, {
        tree: DISK,
        cwd,
        limits: DEFAULT_LIMITS,
        references: { map: () => undefined, folder },
        documents: [],
      }),
      within: repositoryFolder(folder) === undefined ? 'folder' : 'repository',
    },
    facts: [],
    factSources: [],
    formats: {},
    unicodePatterns: true,
    limits: DEFAULT_LIMITS,
    rules,
    keywords: [],
  };
  return { project, schema, named };
}

/** The absolute path of a schema file, and the pointer to the schema in it. */
function parseSchema(text: string, cwd: string): SchemaRef {
  if (text === '') throw new UsageError('the path of the schema is empty: name a JSON or YAML file');
  if (text === '-')
    throw new UsageError(
      'the schema cannot be read from the standard input: save it to a file, and name the file',
    );
  if (isWrittenAsUrl(text))
    throw new UsageError(
      `the schema \`${text}\` is a URL, and nothing is downloaded: save it to a file, and name the file`,
    );
  const whole = resolve(cwd, text);
  if (fileKind(whole) === 'file') return { file: whole, pointer: '' };
  const [path = '', ...rest] = text.split('#');
  const pointer = percentDecoded(rest.join('#'));
  const file = resolve(cwd, path);
  const kind = path === '' ? 'nothing' : fileKind(file);
  if (kind === 'nothing') throw new UsageError(`there is no schema \`${path}\`: create it, or fix the path`);
  if (kind === 'folder') throw new UsageError(`the schema \`${path}\` is a folder: name a file in it`);
  if (pointer !== '' && !pointer.startsWith('/'))
    throw new UsageError(
      `\`${text}\` has no JSON Pointer after \`#\`: begin it with a slash, as in \`${path}#/$defs/${pointer}\``,
    );
  return { file, pointer };
}
