import type { ResultWithTexts, Verdict, VersionRow } from '../../model/findings/check-result';
import { clipMessage, clipMiddle } from '../../model/clip-text';
import type { Finding, RelatedPlace } from '../../model/findings/finding';
import type { JsonPointer } from '../../model/json/json-pointer';

/** The longest value in a table, and the longest token of a pointer. */
const LONGEST_VALUE = 256;

/** The longest URL that names a response. */
const LONGEST_NAME = 1000;

/** The longest curl command. */
const LONGEST_COMMAND = 2000;

/**
 * The result with its longest texts cut: a service may send megabytes in one string, and no report grows with it. Texts that findings point
 * into stay whole, because positions lead there. This follows the blanking of secrets, which finds only whole ones.
 */
export function clipResult(result: ResultWithTexts): ResultWithTexts {
  const findings = new Map(result.findings.map((finding) => [finding, clipFinding(finding)]));
  const { summary, versions } = result;
  return {
    ...result,
    findings: [...findings.values()],
    verdicts: result.verdicts.map((verdict) => clipVerdict(verdict, findings)),
    summary: {
      ...summary,
      ...(summary.alsoRequested === undefined ? {} : { alsoRequested: summary.alsoRequested.map(clipName) }),
      notChecked: summary.notChecked.map((entry) => ({
        ...entry,
        items: entry.items.map((item) => clipMiddle(item, LONGEST_NAME)),
      })),
    },
    ...(versions === undefined ? {} : { versions: versions.map(clipRow) }),
    sources: clipSources(result.sources),
  };
}

function clipSources(sources: ResultWithTexts['sources']): ResultWithTexts['sources'] {
  return new Map(
    [...sources].map(([file, source]) => {
      const name = clipName(file);
      return [name, name === file ? source : { ...source, name }];
    }),
  );
}

function clipFinding(finding: Finding): Finding {
  const { message, groupMessage, missing, clients, curl, keywordLocation, related } = finding;
  return {
    ...finding,
    message: clipMessage(message),
    ...(groupMessage === undefined ? {} : { groupMessage: clipMessage(groupMessage) }),
    ...(missing === undefined ? {} : { missing: clipValue(missing) }),
    ...(clients === undefined ? {} : { clients: clipMessage(clients) }),
    ...(curl === undefined ? {} : { curl: clipMiddle(curl, LONGEST_COMMAND) }),
    ...(keywordLocation === undefined ? {} : { keywordLocation: clipPointer(keywordLocation) }),
    ...clipPlace(finding),
    related: related.map((place) => ({
      ...place,
      message: clipMessage(place.message),
      ...clipPlace(place),
    })),
  };
}

function clipPlace({ file, pointer }: RelatedPlace | Finding): Pick<RelatedPlace, 'file' | 'pointer'> {
  return { file: clipName(file), ...(pointer === undefined ? {} : { pointer: clipPointer(pointer) }) };
}

function clipVerdict(verdict: Verdict, findings: ReadonlyMap<Finding, Finding>): Verdict {
  const { name, file } = verdict;
  if (verdict.findings.length === 0 && name.length <= LONGEST_NAME && (file ?? '').length <= LONGEST_NAME)
    return verdict;
  return {
    ...verdict,
    name: clipName(name),
    ...(file === undefined ? {} : { file: clipName(file) }),
    findings: verdict.findings.map((finding) => findings.get(finding) ?? finding),
  };
}

function clipRow({ file, id, status, oldest, newest, self }: VersionRow): VersionRow {
  return {
    file: clipName(file),
    id: clipValue(id),
    status: clipValue(status),
    oldest: clipValue(oldest),
    newest: clipValue(newest),
    self: clipValue(self),
  };
}

/** The URL of a response, or a request with one; a path stays whole, because it leads to a file. */
function clipName(name: string): string {
  return name.includes('://') ? clipMiddle(name, LONGEST_NAME) : name;
}

function clipPointer(pointer: JsonPointer): JsonPointer {
  if (pointer.length <= LONGEST_VALUE) return pointer;
  return pointer.split('/').map(clipValue).join('/');
}

function clipValue(value: string): string {
  return clipMiddle(value, LONGEST_VALUE);
}
