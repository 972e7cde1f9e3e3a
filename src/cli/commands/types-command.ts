import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { generateTypes } from '../../codegen/generate-types';
import type { GeneratedFile } from '../../codegen/contract-type-files';
import { staleTypes, type StaleTypes } from '../../codegen/stale-types';
import { typeRequestsOf } from '../../codegen/type-requests';
import { openProject } from '../../engine/open/open-project';
import { displayPath } from '../../project/file-path';
import { listFiles } from '../../project/list-files';
import type { Command } from '../command';
import { MANIFEST_OPTION } from '../manifest-option';
import { assertNoneLeft, type OptionSpecs } from '../option';
import { parseOptions, refuseOperands } from '../parse-options';

const OPTIONS = {
  ...MANIFEST_OPTION,
  check: {
    type: 'boolean',
    help: 'write nothing; exit with code 1 and list the files that are out of date',
  },
} as const satisfies OptionSpecs;

/** `samplegate types [--check]`: schemas to TypeScript. */
export const typesCommand: Command = {
  usage: ['[--check]'],
  summary: 'generate TypeScript types from the schemas',
  description: [
    "Generates TypeScript types from every schema that a contract names, in the manifest's `types:` folder. A contract with ranges has its types by microversion: ServersShow<'2.96'>.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: 'the types were written, or are up to date',
    1: 'with --check: some are out of date',
    2: 'the run could not start',
  },
  examples: ['samplegate types', 'samplegate types --check'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('types', args, OPTIONS);
    const { manifest, check = false, ...rest } = values;
    assertNoneLeft(rest);
    refuseOperands('types', positionals);
    const project = openProject({ cwd: io.cwd, ...(manifest === undefined ? {} : { manifest }) });
    const generated = await generateTypes({ schemas: project.schemas, ...typeRequestsOf(project) });
    const folder = project.folders.types;
    const stale = staleTypes(generated, readExisting(folder));
    const note = project.contracts.some(({ operation }) => operation !== undefined)
      ? '; no types are generated from OpenAPI documents'
      : '';
    const count = stale.missing.length + stale.changed.length + stale.extra.length;
    const name = displayPath(io.cwd, folder);
    if (count === 0) {
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
  },
};

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
