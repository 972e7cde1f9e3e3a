import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../../model/limits';
import { UsageError } from '../../model/usage-error';
import { displayPath, staysInside } from '../../project/file-path';
import { isJsonPath } from '../../project/list-files';
import { listSamples } from '../../project/list-samples';
import { MANIFEST_NAMES, searchManifest } from '../../project/find-manifest';
import { readDocument } from '../../project/load-samples';
import { count } from '../../wording/list-words';
import { planInit } from '../../scaffold/init-plan';
import { scaffold, type NewFile, type Scaffolded } from '../../scaffold/write-manifest';
import type { Command } from '../command';
import type { Io } from '../io';
import { assertNoneLeft, type OptionSpecs } from '../option';
import { warn } from '../live-options';
import { parseOptions } from '../parse-options';

const USUAL_ROOTS = ['api_samples', 'doc/api_samples', 'samples', 'examples'];

const OPTIONS = {
  samples: {
    type: 'string',
    value: 'FOLDER',
    help: `the folder of the samples; default: the first of ${USUAL_ROOTS.join(', ')}, else this folder`,
  },
  schemas: { type: 'string', value: 'FOLDER', help: 'where schemas are written; default: schemas' },
  service: { type: 'string', value: 'TYPE', help: 'the service type, such as compute' },
} as const satisfies OptionSpecs;

/** `samplegate init`: a manifest that claims every sample here, with a first schema inferred for each. */
export const initCommand: Command = {
  usage: [''],
  summary: 'write a manifest and first schemas for the samples here',
  description: [
    'Writes contracts.yaml, which claims every sample JSON file here, and infers a first schema for each contract: one per range of microversions if the shape of the samples changes. Overwrites nothing.',
  ],
  options: OPTIONS,
  exitCodes: { 0: 'the files were written', 2: 'the run could not start' },
  examples: ['samplegate init --samples doc/api_samples --service compute'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('init', args, OPTIONS);
    const { samples: folder, schemas = 'schemas', service, ...rest } = values;
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
    const schemasRoot = inside(schemas, io);
    const samplesRoot = findSamplesRoot(folder, schemasRoot, io);
    const samples = readSamples(samplesRoot, schemasRoot, io);
    const scaffolded = scaffold({
      samples,
      samplesRoot,
      schemasRoot,
      ...(service === undefined ? {} : { service }),
    });
    const paths = scaffolded.schemas.map(({ path }) => path);
    const existing = new Set(paths.filter((path) => existsSync(join(io.cwd, path))));
    const { write, kept } = planInit(scaffolded, existing);
    const [above] = searchManifest(io.cwd).found;
    if (above !== undefined)
      warn(
        `until now, \`${displayPath(io.cwd, above)}\` was the manifest here: commands in this folder will use the new one`,
        io,
      );
    for (const file of write) writeNew(file, io);
    io.out(writtenText(samples, write, kept, scaffolded));
    return 0;
  },
};

function findSamplesRoot(given: string | undefined, schemasRoot: string, io: Io): string {
  if (given !== undefined) return inside(given, io);
  const found = USUAL_ROOTS.find((root) => existsSync(join(io.cwd, root)));
  if (found !== undefined) return found;
  if (listJson('.', schemasRoot, io).length > 0) return '.';
  throw new UsageError(
    `found no .json file here, and no folder ${USUAL_ROOTS.join(', ')}: name your folder with \`--samples FOLDER\``,
  );
}

function inside(path: string, { cwd }: Io): string {
  if (!staysInside(cwd, path))
    throw new UsageError(
      `\`${path}\` is outside this folder: run init in the folder that the manifest belongs to`,
    );
  return displayPath(cwd, resolve(cwd, path));
}

/** The JSON files that are samples for `samplegate check` once `samplesRoot` is in the manifest. */
function listJson(samplesRoot: string, schemasRoot: string, { cwd }: Io): readonly string[] {
  const { files } = listSamples(resolve(cwd, samplesRoot), {
    project: cwd,
    manifests: [],
    schemas: [resolve(cwd, schemasRoot)],
  });
  return files.filter(isJsonPath);
}

interface SampleValue {
  readonly path: string;
  readonly value: unknown;
}

function readSamples(samplesRoot: string, schemasRoot: string, io: Io): readonly SampleValue[] {
  const root = resolve(io.cwd, samplesRoot);
  const paths = listJson(samplesRoot, schemasRoot, io);
  if (paths.length === 0)
    throw new UsageError(
      `found no .json file in \`${samplesRoot}\`: name the folder of your samples with \`--samples FOLDER\``,
    );
  return paths.map((path) => ({ path, value: readDocument(join(root, path), path, DEFAULT_LIMITS).value }));
}

function writeNew({ path, text }: NewFile, { cwd }: Io): void {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}

function writtenText(
  samples: readonly SampleValue[],
  write: readonly NewFile[],
  kept: readonly string[],
  { manifestFile: manifest, contracts, ranged }: Scaffolded,
): string {
  const broken = samples.filter(({ value }) => value === undefined).length;
  return [
    `wrote ${count(write.length - 1, 'schema')}, inferred from ${count(samples.length, 'sample')}, and ${manifest}, which claims ${samples.length === 1 ? 'it' : 'all of them'}`,
    ...(ranged === 0
      ? []
      : [
          `${ranged} of ${count(contracts, 'contract')} ${ranged === 1 ? 'has' : 'have'} \`ranges:\`, because the shape of the samples changes with the microversion`,
        ]),
    ...(broken === 0
      ? []
      : [
          broken === 1
            ? '1 sample is not JSON, so no schema was inferred from it: fix it'
            : `${broken} samples are not JSON, so no schema was inferred from them: fix them`,
        ]),
    ...(kept.length === 0 ? [] : [`kept existing files: ${kept.join(', ')}`]),
    '',
    'next:',
    '  npx samplegate check     check the samples against the schemas',
    '  npx samplegate types     generate TypeScript types from the schemas',
    `  then review ${manifest} and the schemas: inferred schemas contain only what the samples show`,
    '',
  ].join('\n');
}
