import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../../model/limits';
import { UsageError } from '../../model/usage-error';
import { displayPath, staysInside } from '../../project/file-path';
import { listFiles } from '../../project/list-files';
import { MANIFEST_NAMES } from '../../project/load-manifest';
import { readDocument } from '../../project/load-samples';
import { count } from '../../reporters/count';
import { planInit } from '../../scaffold/init-plan';
import { scaffold, type NewFile } from '../../scaffold/write-manifest';
import type { Command } from '../command';
import type { Io } from '../io';
import { parseOptions } from '../parse-options';

/** `samplegate init`: a manifest that claims every sample here, with a first schema inferred for each. */
export const initCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('init', args, {
    samples: { type: 'string' },
    schemas: { type: 'string' },
    service: { type: 'string' },
  });
  if (positionals.length > 0)
    throw new UsageError(`\`init\` takes no operand: name the folder with \`--samples ${positionals[0]}\``);
  const samplesRoot = findSamplesRoot(values.samples, io);
  const schemasRoot = inside(values.schemas ?? 'schemas', io);
  const samples = readSamples(samplesRoot, schemasRoot, io);
  const scaffolded = scaffold({
    samples,
    samplesRoot,
    schemasRoot,
    ...(values.service === undefined ? {} : { service: values.service }),
  });
  const paths = [...MANIFEST_NAMES, ...scaffolded.schemas.map(({ path }) => path)];
  const existing = new Set(paths.filter((path) => existsSync(join(io.cwd, path))));
  const manifest = MANIFEST_NAMES.find((name) => existing.has(name));
  if (manifest !== undefined) {
    throw new UsageError(
      `\`${manifest}\` is here already, and init overwrites nothing: delete it first, or run \`samplegate check\``,
    );
  }
  const { write, kept } = planInit(scaffolded, existing);
  for (const file of write) writeNew(file, io);
  io.out(describe(samples.length, write, kept, scaffolded.manifestFile));
  return 0;
};

const USUAL_ROOTS = ['api_samples', 'doc/api_samples', 'samples', 'examples'];

function findSamplesRoot(given: string | undefined, io: Io): string {
  if (given !== undefined) return inside(given, io);
  const found = USUAL_ROOTS.find((root) => existsSync(join(io.cwd, root)));
  if (found !== undefined) return found;
  throw new UsageError(
    `none of the folders ${USUAL_ROOTS.join(', ')} is here: name yours with \`--samples FOLDER\``,
  );
}

function inside(path: string, { cwd }: Io): string {
  if (!staysInside(cwd, path))
    throw new UsageError(`\`${path}\` leads out of this folder: run init where the manifest belongs`);
  return displayPath(cwd, resolve(cwd, path));
}

function readSamples(
  samplesRoot: string,
  schemasRoot: string,
  io: Io,
): readonly { path: string; value: unknown }[] {
  const root = resolve(io.cwd, samplesRoot);
  const { files } = listFiles(root, ['.json']);
  const schemas = displayPath(root, resolve(io.cwd, schemasRoot));
  const paths = files.filter((file) => file.endsWith('.json') && !file.startsWith(`${schemas}/`));
  if (paths.length === 0)
    throw new UsageError(
      `there is no .json file below \`${samplesRoot}\`: name the folder of your samples with \`--samples FOLDER\``,
    );
  return paths.map((path) => ({ path, value: readDocument(join(root, path), path, DEFAULT_LIMITS).value }));
}

function writeNew({ path, text }: NewFile, { cwd }: Io): void {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}

function describe(
  samples: number,
  write: readonly NewFile[],
  kept: readonly string[],
  manifest: string,
): string {
  return [
    `wrote ${count(write.length - 1, 'schema')}, inferred from ${count(samples, 'sample')}, and ${manifest}, which claims ${samples === 1 ? 'it' : 'every one of them'}`,
    ...(kept.length === 0 ? [] : [`kept what was here already: ${kept.join(', ')}`]),
    '',
    'next:',
    '  npx samplegate check     hold the samples to the schemas',
    '  npx samplegate types     write TypeScript types from the schemas',
    `  then read ${manifest} and the schemas, and say what you mean: inferred schemas know only what the samples show`,
    '',
  ].join('\n');
}
