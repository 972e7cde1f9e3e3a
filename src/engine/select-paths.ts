import { resolve } from 'node:path';

import type { CheckResult } from '../model/check-result';
import type { SchemaFiles } from '../model/schema-files';
import { UsageError } from '../model/usage-error';
import { displayPath } from '../project/file-path';
import { summarize } from './summarize';

/** What of a result is placed in these files and folders. Throws a UsageError for a path that holds nothing that was checked. */
export function selectPaths(
  result: CheckResult,
  paths: readonly string[],
  schemas: Pick<SchemaFiles, 'root' | 'list'>,
  cwd = process.cwd(),
): CheckResult {
  const wanted = paths.map((path) => ({ path, name: displayPath(cwd, resolve(cwd, path)) }));
  const known = [
    ...result.sources.keys(),
    ...result.findings.map(({ file }) => file),
    ...result.verdicts.flatMap(({ file }) => file ?? []),
    // A schema without a finding is no source, and still something that was checked.
    ...schemas.list().map((file) => (schemas.root === '.' ? file : `${schemas.root}/${file}`)),
  ];
  for (const { path, name } of wanted) {
    if (!known.some((file) => isWithin(name, file))) {
      throw new UsageError(
        `nothing that the manifest speaks of lies at \`${path}\`: name a sample, a schema or a folder of them`,
      );
    }
  }
  const isWanted = (file: string) => wanted.some(({ name }) => isWithin(name, file));
  const findings = result.findings.filter(({ file }) => isWanted(file));
  const verdicts = result.verdicts
    .filter(({ file }) => file === undefined || isWanted(file))
    .map((verdict) => ({ ...verdict, findings: verdict.findings.filter(({ file }) => isWanted(file)) }));
  const samples = verdicts.filter(({ group }) => group === 'sample').length;
  const size = { ...result.summary, samples, documents: samples };
  return { ...result, findings, verdicts, summary: summarize(size, findings, result.summary.notChecked) };
}

function isWithin(folder: string, file: string): boolean {
  if (folder === '.') return file !== '..' && !file.startsWith('../');
  return file === folder || file.startsWith(`${folder}/`);
}
