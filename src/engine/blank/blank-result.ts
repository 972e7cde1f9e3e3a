import type {
  NotChecked,
  ResultWithTexts,
  Summary,
  Verdict,
  VersionRow,
} from '../../model/findings/check-result';
import type { Finding, RelatedPlace } from '../../model/findings/finding';
import type { Source } from '../../model/documents/source';
import type { Blanks } from '../../live/secrets/create-blanks';
import { quotesService, type Blanking } from './blank-words';

/**
 * The result as it leaves the engine: no text that came from a service, the environment or the command line shows a secret. Ids of rules,
 * names of contracts and files, texts of files and positions stay.
 */
export function blankResult(result: ResultWithTexts, { blanks, isReceived }: Blanking): ResultWithTexts {
  const fileOf = createFileNames(blanks, isReceived);
  const findings = new Map(
    result.findings.map((finding) => [finding, blankFinding(finding, blanks, isReceived, fileOf)]),
  );
  const versions = result.versions?.map((row) =>
    isReceived(row.file) ? blankRow(row, blanks, fileOf) : row,
  );
  return {
    ...result,
    findings: [...findings.values()],
    verdicts: result.verdicts.map((verdict) => blankVerdict(verdict, findings, blanks, fileOf)),
    summary: blankSummary(result.summary, blanks),
    ...(versions === undefined ? {} : { versions }),
    sources: new Map(
      [...result.sources].map(([file, source]) => [
        fileOf(file),
        isReceived(file) ? blankSource(source, fileOf(file), blanks) : source,
      ]),
    ),
  };
}

type FileOf = (file: string) => string;

/** The names of received texts without secrets. Two names that would become one get a number. */
function createFileNames(blanks: Blanks, isReceived: Blanking['isReceived']): FileOf {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  return (file) => {
    if (!isReceived(file)) return file;
    const known = names.get(file);
    if (known !== undefined) return known;
    const name = blanks.name(file);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const unique = count === 1 ? name : `${name} (${count})`;
    names.set(file, unique);
    return unique;
  };
}

/** Messages are blanked before: only a report knows which parts of them come from files. */
function blankFinding(
  finding: Finding,
  blanks: Blanks,
  isReceived: Blanking['isReceived'],
  fileOf: FileOf,
): Finding {
  if (!quotesService(finding, isReceived)) return finding;
  const { missing, curl, related } = finding;
  return {
    ...finding,
    ...(missing === undefined ? {} : { missing: blanks.message(missing) }),
    ...(curl === undefined ? {} : { curl: blanks.curl(curl) }),
    ...blankPlace(finding, blanks, isReceived, fileOf),
    related: related.map((place) => ({ ...place, ...blankPlace(place, blanks, isReceived, fileOf) })),
  };
}

function blankPlace(
  { file, pointer }: Pick<RelatedPlace, 'file' | 'pointer'>,
  blanks: Blanks,
  isReceived: Blanking['isReceived'],
  fileOf: FileOf,
): Pick<RelatedPlace, 'file' | 'pointer'> {
  if (!isReceived(file)) return { file };
  return { file: fileOf(file), ...(pointer === undefined ? {} : { pointer: blanks.value(pointer) }) };
}

function blankVerdict(
  verdict: Verdict,
  findings: ReadonlyMap<Finding, Finding>,
  blanks: Blanks,
  fileOf: FileOf,
): Verdict {
  // Most rules found nothing, and their verdicts have no text of a service.
  if (verdict.group === 'rule' && verdict.file === undefined && verdict.findings.length === 0) return verdict;
  return {
    ...verdict,
    // A contract names its request.
    ...(verdict.group === 'response' && verdict.contract === undefined
      ? { name: blanks.message(verdict.name) }
      : {}),
    ...(verdict.file === undefined ? {} : { file: fileOf(verdict.file) }),
    findings: verdict.findings.map((finding) => findings.get(finding) ?? finding),
  };
}

function blankRow(row: VersionRow, blanks: Blanks, fileOf: FileOf): VersionRow {
  const { file, id, status, oldest, newest, self } = row;
  return {
    file: fileOf(file),
    id: blanks.value(id),
    status: blanks.value(status),
    oldest: blanks.value(oldest),
    newest: blanks.value(newest),
    self: blanks.value(self),
  };
}

/** Items with a URL came from a service; the others are names from the manifest. */
function blankSummary(summary: Summary, blanks: Blanks): Summary {
  const blankItems = (entry: NotChecked): NotChecked => ({
    ...entry,
    items: entry.items.map((item) => (item.includes('://') ? blanks.name(item) : item)),
  });
  const { alsoRequested, notChecked } = summary;
  return {
    ...summary,
    ...(alsoRequested === undefined ? {} : { alsoRequested: alsoRequested.map(blanks.name) }),
    notChecked: notChecked.map(blankItems),
  };
}

/** A text is only searched when it is read: most are never quoted, and some have megabytes. */
function blankSource({ text, locate }: Source, name: string, blanks: Blanks): Source {
  let shown: string | undefined;
  return {
    name,
    get text() {
      shown ??= blanks.source(text);
      return shown;
    },
    locate,
  };
}
