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
import { parseOptions, refuseOperands } from '../parse-options';

/** `samplegate types [--check]`: schemas to TypeScript. */
export const typesCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('types', args, {
    manifest: { type: 'string', short: 'm' },
    check: { type: 'boolean' },
  });
  refuseOperands('types', positionals);
  const project = openProject({
    cwd: io.cwd,
    ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
  });
  const generated = await generateTypes({ schemas: project.schemas, ...typeRequestsOf(project) });
  const folder = project.folders.types;
  const stale = staleTypes(generated, readExisting(folder));
  const count = stale.missing.length + stale.changed.length + stale.extra.length;
  const name = displayPath(io.cwd, folder);
  if (count === 0) {
    io.out(`samplegate: ${generated.length} files of types in ${name} are up to date\n`);
    return 0;
  }
  if (values.check === true) {
    io.out(describeStale(stale, name));
    return 1;
  }
  writeTypes(generated, stale, folder);
  io.out(
    `samplegate: wrote ${stale.missing.length + stale.changed.length} of ${generated.length} files of types to ${name}${
      stale.extra.length === 0 ? '' : `, and removed ${stale.extra.length} that no contract needs`
    }\n`,
  );
  return 0;
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
    ...changed.map((path) => `${folder}/${path}: differs from what its schema gives now`),
    ...extra.map((path) => `${folder}/${path}: no contract needs it any more`),
    '',
    'the committed types are stale: run `samplegate types` and commit what it writes',
    '',
  ].join('\n');
}
