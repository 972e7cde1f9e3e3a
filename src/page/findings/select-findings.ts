import { contractsNamed, rulesOf, worstSeverity, type Finding } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import { compareMicroversions, parseMicroversion } from '../../model/versions/microversion';
import { SEVERITIES } from '../../model/severity';
import { FILTER_FIELDS, type FilterField, type PageView } from '../view/page-view';

/** A finding with what the page needs to find it again. */
export interface FindingEntry {
  readonly finding: Finding;
  /** Its place in the report, from 0. */
  readonly index: number;
  /** What links call it: its fingerprint, after the name of its target, because several may differ from one sample in the same way. */
  readonly id: string;
  /** All of its texts in lower case; made when they are first searched. */
  readonly words: () => string;
}

/** The findings of a report, ready to be searched: those of a file stay together, and the files with the worst come first. */
export function findingEntries(findings: readonly Finding[]): readonly FindingEntry[] {
  const entries = findings.map((finding, index) => ({
    finding,
    index,
    id: idOf(finding),
    words: createWords(finding),
  }));
  const files = [...groupBy(entries, ({ finding }) => placeOf(finding)).values()];
  const ofWorst = groupBy(files, (ofFile) => worstSeverity(ofFile.map(({ finding }) => finding)));
  return SEVERITIES.flatMap((severity) => ofWorst.get(severity) ?? []).flat();
}

function idOf({ target, fingerprint }: Finding): string {
  return target === undefined ? fingerprint : `${target} ${fingerprint}`;
}

/** The file or URL of a finding, with the name of its target. */
export function placeOf({ target, file }: Finding): string {
  return target === undefined ? file : `${target}: ${file}`;
}

function createWords(finding: Finding): () => string {
  let words: string | undefined;
  return () => (words ??= wordsOf(finding));
}

function wordsOf(finding: Finding): string {
  return [
    ...rulesOf(finding),
    finding.message,
    finding.clients,
    finding.file,
    finding.part,
    finding.pointer,
    finding.target,
    finding.manifest,
    finding.contract,
    ...(finding.operations ?? []),
  ]
    .join('\n')
    .toLowerCase();
}

/** The findings that a view selects, in their order. */
export function selectFindings(
  entries: readonly FindingEntry[],
  view: PageView,
  except?: FilterField,
): readonly FindingEntry[] {
  const tests = FILTER_FIELDS.flatMap((field) => {
    const value = view[field];
    return value === undefined || field === except ? [] : [testOf(field, value)];
  });
  return tests.length === 0 ? entries : entries.filter((entry) => tests.every((test) => test(entry)));
}

function testOf(field: FilterField, value: string): (entry: FindingEntry) => boolean {
  switch (field) {
    case 'text': {
      const words = value.toLowerCase().split(/\s+/);
      return (entry) => words.every((word) => entry.words().includes(word));
    }
    case 'severity': {
      const severities = value.split(',');
      return ({ finding }) => severities.includes(finding.severity);
    }
    case 'rule':
      return ({ finding }) => rulesOf(finding).includes(value);
    case 'contract':
      return ({ finding }) => contractsNamed(finding).includes(value);
    case 'file':
      return ({ finding }) => finding.file.includes(value);
    case 'target':
      return ({ finding }) => finding.target === value;
    case 'manifest':
      return ({ finding }) => finding.manifest === value;
    case 'min':
      return recordedWhere(value, (order) => order >= 0);
    case 'max':
      return recordedWhere(value, (order) => order <= 0);
  }
}

/** A finding without a microversion, such as one in a schema, concerns all of them. */
function recordedWhere(end: string, isInside: (order: number) => boolean): (entry: FindingEntry) => boolean {
  const limit = parseMicroversion(end);
  return ({ finding }) => {
    const recorded = parseMicroversion(finding.microversion ?? '');
    return limit === undefined || recorded === undefined || isInside(compareMicroversions(recorded, limit));
  };
}

/** A value of a filter's field, and how many findings would be left with it. */
export interface FilterChoice {
  readonly value: string;
  readonly count: number;
}

/** The values of a field in all findings, by name, counted in those that the other fields of a view select. */
export function filterChoices(
  entries: readonly FindingEntry[],
  field: FilterField,
  valuesOf: (finding: Finding) => readonly string[],
): (view: PageView) => readonly FilterChoice[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const values = [...new Set(entries.flatMap(({ finding }) => valuesOf(finding)))].toSorted(compare);
  return (view) => {
    const counts = new Map<string, number>();
    for (const { finding } of selectFindings(entries, view, field))
      for (const value of new Set(valuesOf(finding))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  };
}
