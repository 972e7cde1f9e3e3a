import { resolve } from 'node:path';

import type { CheckResult } from '../../model/check-result';
import { schemaFileName, type SchemaFiles } from '../../model/schema-files';
import { nearestPath } from '../../model/nearest';
import { UsageError } from '../../model/usage-error';
import { displayPath, isWithin } from '../../project/file-path';
import { RULES } from '../../rules/rule-registry';
import { summarize } from '../judge/summarize';
import { listsSamples, listsUnvalidatedSamples } from '../judge/unjudged-samples';

/** The rules whose findings explain why a sample has no verdict, even in other files. */
const ABOUT_SCHEMAS: ReadonlySet<string> = new Set(
  RULES.filter(({ subject }) => subject === 'schema-problem' || subject === 'contract').map(({ id }) => id),
);

/** Limits a result to these files and folders. Throws a UsageError for a path where nothing was checked. */
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
    // A schema without a finding is not among the sources, although it was checked.
    ...schemas.list().map((file) => schemaFileName(schemas, file)),
  ];
  for (const { path, name } of wanted) {
    if (!known.some((file) => isWithin(name, file))) {
      const near = nearestPath(name, known);
      throw new UsageError(
        `the manifest has no sample, schema or other file at \`${path}\`: ${
          near === undefined ? 'pass the path of a sample, a schema or a folder' : `did you mean \`${near}\`?`
        }`,
      );
    }
  }
  const isWanted = (file: string) => wanted.some(({ name }) => isWithin(name, file));
  // The reason that a sample was not validated is a finding in its schema or in the manifest. It must be reported with the sample.
  const isUnjudged = result.summary.notChecked.some(
    (entry) => listsUnvalidatedSamples(entry) && entry.items.some(isWanted),
  );
  const findings = result.findings.filter(
    ({ file, ruleId }) => isWanted(file) || (isUnjudged && ABOUT_SCHEMAS.has(ruleId)),
  );
  const verdicts = result.verdicts
    .filter(({ file }) => file === undefined || isWanted(file))
    .map((verdict) => ({ ...verdict, findings: verdict.findings.filter(({ file }) => isWanted(file)) }));
  const samples = verdicts.filter(({ group }) => group === 'sample').length;
  const wrongOnPurpose = (result.summary.wrongOnPurpose ?? []).filter(isWanted);
  const size = { ...result.summary, samples, documents: samples, wrongOnPurpose };
  const notChecked = result.summary.notChecked.map((entry) =>
    listsSamples(entry) ? { ...entry, items: entry.items.filter(isWanted) } : entry,
  );
  return { ...result, findings, verdicts, summary: summarize(size, findings, notChecked) };
}
