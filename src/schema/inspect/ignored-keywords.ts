import type { Place } from '../../model/documents/place';
import { schemaFileName, type SchemaFiles } from '../../model/project/schema-files';
import type { IgnoredKeyword, SchemaProblem } from '../../model/schemas/schema-problem';
import type { SchemaVerdict } from '../../model/schemas/validation';
import type { Violation } from '../../model/schemas/violation';

/** The ignored keywords in the schemas that apply to documents. */
export function ignoredIn(problems: readonly SchemaProblem[]): readonly IgnoredKeyword[] {
  return problems.flatMap((problem) =>
    problem.kind === 'ignored-keywords' && problem.asserted ? problem.keywords : [],
  );
}

/** The ignored keywords that a verdict blames; it was given as if they were not ignored. All of them if there is no verdict. */
export function thoseThatReject(
  ignored: readonly IgnoredKeyword[],
  verdict: SchemaVerdict,
  files: SchemaFiles,
): readonly IgnoredKeyword[] {
  if (verdict.kind !== 'checked') return ignored;
  const failed = verdict.violations
    .flatMap(keywordLocations)
    .map((location) => schemaFileName(files, location));
  return ignored.filter(({ place }) => {
    const keyword = locationOf(place);
    return failed.some((location) => location === keyword || location.startsWith(`${keyword}/`));
  });
}

function keywordLocations({ keywordLocation, branches = [] }: Violation): readonly string[] {
  return [keywordLocation, ...branches.flat().flatMap(keywordLocations)];
}

function locationOf(place: Place): string {
  return `${place.file}#${'pointer' in place ? (place.pointer ?? '') : ''}`;
}
