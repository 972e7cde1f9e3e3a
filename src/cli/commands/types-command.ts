import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';

import { generateTypes } from '../../codegen/generate-types';
import type { GeneratedFile } from '../../codegen/contract-type-files';
import { staleTypes, type StaleTypes } from '../../codegen/stale-types';
import { typeRequestsOf } from '../../codegen/type-requests';
import { openProjects } from '../../engine/open/open-projects';
import type { ExitCode } from '../../model/findings/exit-code';
import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project/project';
import { UsageError } from '../../model/usage-error';
import { displayPath } from '../../project/disk/file-path';
import { createKeepingTree } from '../../project/tree/keeping-tree';
import { listFiles } from '../../project/disk/list-files';
import { exampleInOpenApi } from '../../schema/link/find-schema';
import { andList } from '../../wording/list-words';
import type { Command } from '../command';
import type { Io } from '../io';
import { MANIFESTS_OPTION } from '../options/manifest-option';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions, refuseOperands } from '../options/parse-options';
import { refuseWithWatch, WATCH_EXIT_CODE, WATCH_OPTION } from '../watch/watch-option';
import { watchRuns, type PrepareRun } from '../watch/watch-runs';

const OPTIONS = {
  ...MANIFESTS_OPTION,
  check: {
    type: 'boolean',
    help: 'write nothing; exit with code 1 and list the files that are out of date',
  },
  ...WATCH_OPTION,
} as const satisfies OptionSpecs;

/** `samplegate types [--check | --watch]`: schemas to TypeScript. */
export const typesCommand: Command = {
  usage: ['[--check | --watch]'],
  summary: 'generate TypeScript types from the schemas',
  description: [
    "Generates TypeScript types from every schema that a contract names, in the manifest's `types:` folder. A contract with ranges has its types by microversion: ServersShow<'2.96'>.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: 'the types were written, or are up to date',
    1: 'with --check: some are out of date',
    2: 'the run could not start',
    ...WATCH_EXIT_CODE,
  },
  examples: ['samplegate types', 'samplegate types --check', 'samplegate types --watch'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('types', args, OPTIONS);
    const { manifest, check, watch = false, ...rest } = values;
    assertNoneLeft(rest);
    refuseOperands('types', positionals);
    if (watch) refuseWithWatch({ options: { check }, operands: [], plan: { targets: [] } });
    const kept = watch ? createKeepingTree() : undefined;
    const prepare: PrepareRun = async ({ cwd }) => {
      const projects = openProjects({
        cwd,
        ...(manifest === undefined ? {} : { manifest }),
        ...(kept === undefined ? {} : { tree: kept.tree }),
      });
      assertOwnFolders(projects, cwd);
      assertHasSchemas(projects);
      const types: PreparedTypes[] = [];
      for (const project of projects) types.push(await prepareTypes(project));
      return {
        outputs: projects.map(({ folders }) => folders.types),
        finish: (to) => {
          const codes = types.map((each) => finishTypes(each, check === true, to));
          return codes.includes(1) ? 1 : 0;
        },
      };
    };
    return watch ? watchRuns(['types', ...args], prepare, io) : (await prepare(io)).finish(io);
  },
};

/** Throws a UsageError if two manifests have the same folder: each would remove the files of the other. */
function assertOwnFolders(projects: readonly Project[], cwd: string): void {
  const shared = [...groupBy(projects, ({ folders }) => folders.types)].find(([, same]) => same.length > 1);
  if (shared === undefined) return;
  const [folder, same] = shared;
  const names = andList(same.map(({ manifest }) => `\`${manifest.name}\``));
  throw new UsageError(
    `${names} write types to the same folder, \`${displayPath(cwd, folder)}\`: give each its own with \`types:\``,
  );
}

function isOnlyOpenApi({ openApi, contracts }: Project): boolean {
  return openApi.documents.length > 0 && contracts.every(({ operation }) => operation !== undefined);
}

/** Throws a UsageError if there is nothing but OpenAPI documents: an empty file of types would look like success. */
function assertHasSchemas(projects: readonly Project[]): void {
  const [first] = projects;
  const [document] = first?.openApi.documents ?? [];
  if (first === undefined || document === undefined || !projects.every(isOnlyOpenApi)) return;
  const { manifest, folders } = first;
  const { file, value } = document.file;
  const path = displayPath(folders.project, resolve(folders.schemas.base, file));
  const schema = exampleInOpenApi(posix.basename(path), value);
  throw new UsageError(
    `\`${manifest.name}\` has only the contracts of OpenAPI documents, and \`types\` generates none for these: set \`schemas: ${posix.dirname(path)}\`, and add a contract for each schema, such as \`{ schema: ${schema} }\``,
  );
}

/** The types of one project, and what of it is out of date on the disk. */
interface PreparedTypes {
  readonly project: Project;
  readonly generated: readonly GeneratedFile[];
  readonly stale: StaleTypes;
}

async function prepareTypes(project: Project): Promise<PreparedTypes> {
  const generated = await generateTypes({ schemas: project.schemas, ...typeRequestsOf(project) });
  return { project, generated, stale: staleTypes(generated, readExisting(project.folders.types)) };
}

/** Writes the types of one project, or says what is out of date. */
function finishTypes({ project, generated, stale }: PreparedTypes, check: boolean, io: Io): ExitCode {
  const folder = project.folders.types;
  const note = project.contracts.some(({ operation }) => operation !== undefined)
    ? '; no types are generated from OpenAPI documents'
    : '';
  const changes = stale.missing.length + stale.changed.length + stale.extra.length;
  const name = displayPath(io.cwd, folder);
  if (changes === 0) {
    io.out(`samplegate: ${generated.length} type files in ${name} are up to date${note}\n`);
    return 0;
  }
  if (check) {
    io.out(describeStale(stale, name));
    return 1;
  }
  writeTypes(generated, stale, folder);
  io.out(
    `samplegate: wrote ${stale.missing.length + stale.changed.length} of ${generated.length} type files to ${name}${
      stale.extra.length === 0 ? '' : `, and removed ${stale.extra.length} that no contract needs`
    }${note}\n`,
  );
  return 0;
}

function readExisting(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const { files } = listFiles(folder, ['.ts']);
  return new Map(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

function writeTypes(
  generated: readonly GeneratedFile[],
  { missing, changed, extra }: StaleTypes,
  folder: string,
): void {
  const wanted = new Set([...missing, ...changed]);
  for (const { path, text } of generated.filter((file) => wanted.has(file.path))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of extra) rmSync(join(folder, path));
}

function describeStale({ missing, changed, extra }: StaleTypes, folder: string): string {
  return [
    ...missing.map((path) => `${folder}/${path}: missing`),
    ...changed.map((path) => `${folder}/${path}: differs from its schema`),
    ...extra.map((path) => `${folder}/${path}: no contract needs it`),
    '',
    'the committed types are out of date: run `samplegate types` and commit the result',
    '',
  ].join('\n');
}
