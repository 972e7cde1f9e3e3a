import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../../model/project/limits';
import { UsageError } from '../../model/usage-error';
import { displayPath, staysInside } from '../../project/disk/file-path';
import { MANIFEST_NAMES, searchManifest } from '../../project/manifest/find-manifest';
import { isJsonPath } from '../../project/disk/list-files';
import { openSchemaFiles } from '../../project/schemas/open-schema-files';
import { readTree, type TreeFile } from '../../project/read-tree';
import { isInside } from '../../scaffold/choose-roots';
import { openApiEntries, openApiManifest, type OpenApiEntry } from '../../scaffold/open-api-manifest';
import { planInit } from '../../scaffold/init-plan';
import type { Accepts } from '../../scaffold/pairs/pair-samples';
import { schemasAmong } from '../../scaffold/recognize-schema';
import { scaffoldTree, TOOL_FILE, type TreeScaffold } from '../../scaffold/scaffold-tree';
import type { NewFile } from '../../scaffold/write-manifest';
import { createSchemaSet } from '../../schema/schema-set';
import { count } from '../../wording/list-words';
import type { Command } from '../command';
import { dryRunText, openApiText, writtenText, type InitReport } from '../init-text';
import type { Io } from '../io';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions } from '../options/parse-options';
import { warn } from '../warn';

const USUAL_ROOTS = ['api_samples', 'doc/api_samples', 'samples', 'examples'];

const OPTIONS = {
  samples: {
    type: 'string',
    value: 'FOLDER',
    help: `the folder of the samples; default: the first of ${USUAL_ROOTS.join(', ')}, else one below with most JSON files, else this folder`,
  },
  schemas: {
    type: 'string',
    value: 'FOLDER',
    help: 'the folder of the schemas; default: the folder of those that fit the samples, else schemas',
  },
  service: { type: 'string', value: 'TYPE', help: 'the service type, such as compute' },
  force: {
    type: 'boolean',
    help: 'infer schemas even if the folder of schemas has files; none of them is changed',
  },
  'dry-run': { type: 'boolean', help: 'print the manifest and the names of the schemas, and write nothing' },
} as const satisfies OptionSpecs;

/** `samplegate init`: a manifest that claims every sample here, with a first schema inferred for each. */
export const initCommand: Command = {
  usage: [''],
  summary: 'write a manifest and first schemas for the samples here',
  description: [
    'Writes contracts.yaml, which uses the OpenAPI documents here and claims the sample files: JSON, and in a folder of samples YAML and NDJSON, too. Schemas that are here already are paired with samples by name, `$schema` and `$id`. Without such schemas, infers a first schema for each contract: one per range of microversions if the shape of the samples changes. Overwrites nothing.',
  ],
  options: OPTIONS,
  exitCodes: { 0: 'the files were written', 2: 'the run could not start' },
  examples: ['samplegate init --samples doc/api_samples --service compute'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('init', args, OPTIONS);
    const { samples: folder, schemas, service, force = false, 'dry-run': dryRun = false, ...rest } = values;
    assertNoneLeft(rest);
    if (positionals.length > 0)
      throw new UsageError(
        `unexpected argument \`${positionals[0]}\`: name the folder with \`--samples ${positionals[0]}\``,
      );
    const manifest = MANIFEST_NAMES.find((name) => existsSync(join(io.cwd, name)));
    if (manifest !== undefined) {
      throw new UsageError(
        `\`${manifest}\` exists, and init overwrites nothing: delete it first, or run \`samplegate check\``,
      );
    }
    const schemasRoot = schemas === undefined ? undefined : inside(schemas, io);
    const files = readTree(io.cwd, folder === undefined ? [] : [inside(folder, io)]);
    const entries = openApiEntries(files);
    const samplesRoot = findSamplesRoot(folder, files, entries, io);
    const found = scaffoldTree({
      files,
      samplesRoot: samplesRoot ?? '.',
      hasOnlySamples: folder !== undefined || (samplesRoot ?? '.') !== '.',
      ...(schemasRoot === undefined ? {} : { schemasRoot }),
      ...(service === undefined ? {} : { service }),
      force: force && samplesRoot !== undefined,
      isFilled: (path) => isFilled(join(io.cwd, path)),
      acceptsWith: (refBase) => acceptsIn(io, refBase),
    });
    // Next to an OpenAPI document, other JSON files are samples only if a schema says so.
    const isPaired = found.kind === 'scaffolded' && found.used.length > 0;
    const tree = samplesRoot === undefined && !isPaired ? NO_SAMPLES : found;
    if (tree.kind === 'no-samples' && entries.length > 0 && folder === undefined) {
      const scaffolded = openApiManifest(entries, service);
      const { write } = planInit(scaffolded, new Set());
      warnOfAbove(io);
      if (!dryRun) for (const file of write) writeNew(file, io);
      const { manifestFile, manifest: text } = scaffolded;
      io.out(
        dryRun
          ? `would write ${manifestFile}:\n\n${text}`
          : openApiText(entries, manifestFile, possibleSamples(files)),
      );
      return 0;
    }
    if (tree.kind !== 'scaffolded') throw new UsageError(failureText(tree, samplesRoot ?? '.'));
    const paths = tree.scaffolded.schemas.map(({ path }) => path);
    const existing = new Set(paths.filter((path) => existsSync(join(io.cwd, path))));
    const report = {
      tree,
      plan: planInit(tree.scaffolded, existing),
      openApi: entries,
      broken: files.filter(({ path, mistake }) => mistake !== undefined && isPart(path, tree)),
    };
    warnOfAbove(io);
    if (!dryRun) for (const file of report.plan.write) writeNew(file, io);
    io.out(dryRun ? dryRunText(report) : writtenText(report));
    return 0;
  },
};

const NO_SAMPLES: TreeScaffold = { kind: 'no-samples', schemas: 0, folder: '.' };

function warnOfAbove(io: Io): void {
  const [above] = searchManifest(io.cwd).found;
  if (above !== undefined)
    warn(
      `until now, \`${displayPath(io.cwd, above)}\` was the manifest here: commands in this folder will use the new one`,
      io,
    );
}

/** The JSON files that are neither schemas nor settings of tools. */
function possibleSamples(files: readonly TreeFile[]): readonly string[] {
  const schemas = new Set<unknown>(schemasAmong(files));
  return files
    .filter((file) => isJsonPath(file.path) && !schemas.has(file) && !TOOL_FILE.test(file.path))
    .map(({ path }) => path);
}

/** Undefined next to an OpenAPI document, where other JSON files need not be samples. */
function findSamplesRoot(
  given: string | undefined,
  files: readonly TreeFile[],
  openApi: readonly OpenApiEntry[],
  io: Io,
): string | undefined {
  if (given !== undefined) return inside(given, io);
  const found = USUAL_ROOTS.find((root) => files.some(({ path }) => isInside(root, path)));
  if (found !== undefined) return found;
  if (openApi.length > 0) return undefined;
  if (files.some(({ path }) => isJsonPath(path)) || schemasAmong(files).length > 0) return '.';
  throw new UsageError(
    `found no .json file here, and no sample in ${USUAL_ROOTS.join(', ')}: name your folder with \`--samples FOLDER\``,
  );
}

function inside(path: string, { cwd }: Io): string {
  if (!staysInside(cwd, path))
    throw new UsageError(
      `\`${path}\` is outside this folder: run init in the folder that the manifest belongs to`,
    );
  return displayPath(cwd, resolve(cwd, path));
}

function isFilled(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
}

/** Whether the schema of a file accepts all values; undefined if there are none, or if the schema is wrong. */
function acceptsIn({ cwd }: Io, refBase: string | undefined): Accepts {
  const base = refBase === undefined ? {} : { refBase: refBase === '.' ? '' : refBase };
  const set = createSchemaSet(
    { ...openSchemaFiles(cwd, '.', DEFAULT_LIMITS), ...base },
    {
      formats: {},
      unicodePatterns: true,
      validationTime: DEFAULT_LIMITS.validationTime,
    },
  );
  return (schema, values) => {
    const all = set.acceptances(values, { file: schema, pointer: '' });
    if (all.length === 0 || all.includes('no-verdict')) return undefined;
    return all.every((acceptance) => acceptance === 'accepted');
  };
}

/** Whether a file is a sample or a schema of the new manifest. */
function isPart(path: string, { roots, samples, used }: InitReport['tree']): boolean {
  return (
    samples.some((sample) => sample.path === path) ||
    used.includes(path) ||
    (used.length > 0 && isInside(roots.schemas, path))
  );
}

function failureText(
  { kind, schemas, folder }: Exclude<TreeScaffold, { kind: 'scaffolded' }>,
  samplesRoot: string,
): string {
  switch (kind) {
    case 'no-samples':
      return schemas === 0
        ? `found no JSON, YAML or NDJSON sample in \`${samplesRoot}\`: name the folder of your samples with \`--samples FOLDER\``
        : `found ${count(schemas, 'schema')}, but no sample in \`${samplesRoot}\`: name the folder of your samples with \`--samples FOLDER\`; if they are fenced blocks of Markdown, write a manifest that selects them with \`fence:\``;
    case 'no-readable-samples':
      return `no sample in \`${samplesRoot}\` can be read: fix the files, then run \`samplegate init\` again`;
    case 'filled':
      return `no schema fits a sample by its name, \`$schema\` or \`$id\`, and \`${folder}\` is not empty, so nothing was written: infer schemas into another folder with \`--schemas FOLDER\`, or into this one with \`--force\``;
  }
}

function writeNew({ path, text }: NewFile, { cwd }: Io): void {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}
