import { resolve } from 'node:path';

import type { CheckResult } from '../../model/check-result';
import type { Finding } from '../../model/finding';
import { schemaFileName, type SchemaFiles } from '../../model/schema-files';
import { nearestPath } from '../../model/nearest';
import { UsageError } from '../../model/usage-error';
import { displayPath, isWithin } from '../../project/file-path';
import { summarize } from '../judge/summarize';
import { listsSamples } from '../judge/unjudged-samples';

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
  const chosen = result.verdicts.filter(({ file }) => file === undefined || isWanted(file));
  // The reason that a sample was not judged may be in its schema or in the manifest. It must be reported with the sample.
  const ofDocuments = new Set(chosen.flatMap(({ file, findings }) => (file === undefined ? [] : findings)));
  const selected = new Map(
    result.findings.flatMap((finding): readonly (readonly [Finding, Finding])[] => {
      if (isWanted(finding.file)) return [[finding, finding]];
      const related = finding.related.filter(({ file }) => isWanted(file));
      return ofDocuments.has(finding) ? [[finding, { ...finding, related }]] : [];
    }),
  );
  const findings = [...selected.values()];
  const verdicts = chosen.map((verdict) => ({
    ...verdict,
    findings: verdict.findings.flatMap((finding) => selected.get(finding) ?? []),
  }));
  const samples = verdicts.filter(({ group }) => group === 'sample').length;
  const wrongOnPurpose = (result.summary.wrongOnPurpose ?? []).filter(isWanted);
  const size = { ...result.summary, samples, documents: samples, wrongOnPurpose };
  const notChecked = result.summary.notChecked.map((entry) =>
    listsSamples(entry) ? { ...entry, items: entry.items.filter(isWanted) } : entry,
  );
  return { ...result, findings, verdicts, summary: summarize(size, findings, notChecked) };
}
