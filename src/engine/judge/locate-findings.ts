import {
  compareFindings,
  contractsNamed,
  type Finding,
  type RelatedPlace,
} from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import { isAtOrBelow } from '../../model/json/json-pointer';
import { contractOfItem } from '../../model/project/open-api';
import type { Place, TextRange, TokenRange } from '../../model/documents/place';
import { fileOf, partOf, type Source } from '../../model/documents/source';
import { joinAliases } from './join-aliases';
import type { FindingInRange, LocatedFinding } from './located-finding';
import type { MergedReport } from './merge-reports';
import type { OperationsAt } from './operations-at';
import type { FindingContext } from './subject-context';

const START: TextRange = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** Turns reports into findings with lines and columns, in the order of findings. Each text is walked once for all its reports. */
export function locateFindings(
  reports: readonly MergedReport[],
  sources: ReadonlyMap<string, Source>,
  operationsAt: OperationsAt = () => undefined,
  contextOf: (document: string) => FindingContext = () => ({}),
  requestPlaceOf: (document: string) => Place | undefined = () => undefined,
  settled: ReadonlyMap<MergedReport, Finding | undefined> = new Map(),
): readonly LocatedFinding[] {
  const open = reports.filter((report) => settled.get(report) === undefined);
  const requests = new Map(open.map((report) => [report, requestPlaceOf(report.at.file)]));
  const rangeOf = locateAll(
    open.flatMap((report) =>
      [report.at, requests.get(report) ?? [], (report.related ?? []).map(({ at }) => at)].flat(),
    ),
    sources,
  );
  const located = reports
    .map((report): FindingInRange => {
      const known = settled.get(report);
      if (known !== undefined) {
        const { fingerprint, excerpt, ...finding } = known;
        const kept = { fingerprint, ...(excerpt === undefined ? {} : { excerpt }) };
        return { finding: { ...finding, settled: kept }, range: known };
      }
      const { rule, severity, message, groupMessage, clients, kind, at, also } = report;
      const range = rangeOf(at);
      const { file, part } = whereIs(at, sources);
      const { contract, microversion } = { ...contextOf(at.file), ...report };
      const operations = operationsAt({
        file,
        ...(part === undefined ? {} : { part }),
        ...pointerOf(at),
        ...(contract === undefined ? {} : { contract }),
      });
      const finding: LocatedFinding = {
        ruleId: rule.id,
        severity,
        message,
        ...(groupMessage === undefined ? {} : { groupMessage }),
        ...(report.missing === undefined ? {} : { missing: report.missing }),
        ...(clients === undefined ? {} : { clients }),
        ...(kind === undefined ? {} : { kind }),
        ...(report.quotes === undefined ? {} : { quotes: report.quotes }),
        ...(contract === undefined ? {} : { contract }),
        ...(microversion === undefined ? {} : { microversion }),
        file,
        ...(part === undefined ? {} : { part }),
        ...pointerOf(at),
        start: range.start,
        end: range.end,
        ...report.keyword,
        ...(operations === undefined ? {} : { operations }),
        ...requestedAt(requests.get(report), rangeOf),
        ...(report.curl === undefined ? {} : { curl: report.curl }),
        also,
        related: (report.related ?? []).map((related): RelatedPlace => {
          const { start, end } = rangeOf(related.at);
          return {
            message: related.message,
            ...whereIs(related.at, sources),
            ...pointerOf(related.at),
            start,
            end,
          };
        }),
        ...(report.origin === undefined ? {} : { report }),
      };
      return { finding, range };
    })
    .toSorted((a, b) => compareFindings(a.finding, b.finding));
  return joinAliases(withoutRepeated(located));
}

/**
 * An example of a sequence may be judged as a whole and by its items: what both contracts refuse is one finding, in the whole. It is about both
 * contracts.
 */
function withoutRepeated(located: readonly FindingInRange[]): readonly FindingInRange[] {
  const known = new Map<string, number>();
  const kept: FindingInRange[] = [];
  for (const each of located) {
    const { file, part, start, end, ruleId, message } = each.finding;
    const key = [file, start.offset, end.offset, ruleId, message].join('\0');
    const index = part === undefined ? undefined : known.get(key);
    const first = index === undefined ? undefined : kept[index];
    const joined = first === undefined ? undefined : (joinItem(first, each) ?? joinItem(each, first));
    if (index !== undefined && joined !== undefined) {
      kept[index] = joined;
      continue;
    }
    if (part !== undefined && index === undefined) known.set(key, kept.length);
    kept.push(each);
  }
  return kept;
}

/** A finding in a whole together with one in its item; undefined if it is no item of that. */
function joinItem(whole: FindingInRange, item: FindingInRange): FindingInRange | undefined {
  if (!isOfItem(item.finding, whole.finding)) return undefined;
  const contracts = new Set([...contractsNamed(whole.finding), ...contractsNamed(item.finding)]);
  return { ...whole, finding: { ...whole.finding, contract: [...contracts].join(', ') } };
}

function isOfItem(item: LocatedFinding, whole: LocatedFinding): boolean {
  const ofItems = new Set(contractsNamed(whole).map(contractOfItem));
  const contracts = contractsNamed(item);
  return (
    contracts.length > 0 &&
    contracts.every((contract) => ofItems.has(contract)) &&
    isAtOrBelow(item.part ?? '', whole.part ?? '')
  );
}

function requestedAt(
  place: Place | undefined,
  rangeOf: (place: Place) => TextRange,
): Pick<LocatedFinding, 'requestedAt'> {
  if (place === undefined) return {};
  const { start, end } = rangeOf(place);
  return { requestedAt: { file: place.file, start, end } };
}

function pointerOf(place: Place): Pick<LocatedFinding, 'pointer'> {
  return 'pointer' in place && place.pointer !== undefined ? { pointer: place.pointer } : {};
}

/** The file of a place, and which part of it the document is. */
function whereIs(
  { file }: Place,
  sources: ReadonlyMap<string, Source>,
): { readonly file: string; readonly part?: string; readonly commit?: string } {
  const found = sources.get(file);
  const { source, ...commit } = found?.committed ?? { source: found };
  return source === undefined ? { file } : { file: fileOf(source), ...partOf(source), ...commit };
}

/** A place in the source that is searched for it: all parts of one file are found in one walk over the file. */
interface Searched {
  readonly source: Source | undefined;
  readonly place: Place;
  readonly inSource: Place;
}

function searchedIn(place: Place, inSource: Place, source: Source | undefined): Searched {
  const inside = source?.part?.inside;
  return inside === undefined
    ? { source, place, inSource }
    : searchedIn(place, inside.placeIn(inSource), inside.source);
}

function locateAll(
  places: readonly Place[],
  sources: ReadonlyMap<string, Source>,
): (place: Place) => TokenRange {
  const ranges = new Map<Place, TokenRange>();
  const searched = places.map((place) => searchedIn(place, place, sources.get(place.file)));
  for (const [source, ofSource] of groupBy(searched, (each) => each.source)) {
    const found = source?.locate(ofSource.map(({ inSource }) => inSource)) ?? [];
    for (const [index, { place }] of ofSource.entries()) ranges.set(place, found[index] ?? START);
  }
  return (place) => ranges.get(place) ?? START;
}
