import type { Fact, FactReading } from '../../model/project/fact';
import { groupBy, uniqueBy } from '../../model/group-by';
import {
  compareMicroversions,
  inPlainCharacters,
  parseMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { placeKey } from '../../model/documents/place';
import { quote } from '../../wording/quote';
import type { Report, Rule } from '../rule';

export const factsAgree: Rule<'fact'> = {
  id: 'facts-agree',
  subject: 'fact',
  severity: 'error',
  summary: 'A fact has the same value in every place.',
  check: findDisagreements,
};

/** More stale places are one finding that lists them: they usually have one cause. */
const MOST_FINDINGS = 5;

/** A place with a wrong value, the place that it is compared with, and why that one counts. */
interface Disagreement {
  readonly stale: FactReading;
  readonly believed: FactReading;
  readonly reason: 'changed' | 'malformed' | 'newer' | 'code' | 'differs';
}

function findDisagreements(fact: Fact): readonly Report[] {
  const disagreements = disagreementsIn(fact);
  const [first, ...others] = disagreements;
  if (first === undefined) return [];
  return disagreements.length > MOST_FINDINGS
    ? [reportAll(fact.name, first, others)]
    : disagreements.map((each) => reportOne(fact.name, each));
}

/**
 * With a base, the places that changed are right, unless they state an older microversion than the others, or a malformed one. Microversions only
 * rise, so the newest one is right. Of other values, the code decides (the `file:` places): samples are copied from it. Without code, the value
 * in most places counts as the right one; in a tie, the first.
 */
function disagreementsIn({ sources }: Fact): readonly Disagreement[] {
  const readings = readingsOf(sources);
  const newest = newestOf(readings);
  const changed = changedOf(readings);
  if (changed !== undefined && (newest === undefined || newest.value === changed.value))
    return allBut(changed, readings, 'changed');
  if (newest !== undefined) {
    return allBut(newest, readings, 'newer').map((each) =>
      isMalformed(each.stale.value) ? { ...each, reason: 'malformed' } : each,
    );
  }
  const code = readingsOf(sources.filter(({ query }) => query === undefined));
  const [first] = code;
  if (first === undefined) return allBut(mostCommon(readings), readings, 'differs');
  if (code.every(({ value }) => value === first.value)) return allBut(first, readings, 'code');
  return code.flatMap((stale): readonly Disagreement[] => {
    const believed = code.find(({ value }) => value !== stale.value);
    return believed === undefined ? [] : [{ stale, believed, reason: 'differs' }];
  });
}

/** The first reading that is not as in the base, if all those have one value and some others are as they were. */
function changedOf(readings: readonly FactReading[]): FactReading | undefined {
  const changed = readings.filter(({ isUnchanged }) => isUnchanged === undefined);
  const [first] = changed;
  return changed.length < readings.length && changed.every(({ value }) => value === first?.value)
    ? first
    : undefined;
}

/** The readings of these sources. Two queries may select the same place. */
function readingsOf(sources: Fact['sources']): readonly FactReading[] {
  return uniqueBy(
    sources.flatMap((source) => source.readings),
    ({ place, value }) => `${placeKey(place)}\0${value}`,
  );
}

function allBut(
  believed: FactReading | undefined,
  readings: readonly FactReading[],
  reason: Disagreement['reason'],
): readonly Disagreement[] {
  return believed === undefined
    ? []
    : readings.filter(({ value }) => value !== believed.value).map((stale) => ({ stale, believed, reason }));
}

/** The first reading with the newest microversion, malformed ones aside. Undefined where another value is none, or there are no readings. */
function newestOf(readings: readonly FactReading[]): FactReading | undefined {
  let newest: { readonly reading: FactReading; readonly microversion: Microversion } | undefined;
  for (const reading of readings) {
    const microversion = parseMicroversion(reading.value);
    if (microversion === undefined) {
      if (isMalformed(reading.value)) continue;
      return undefined;
    }
    if (newest === undefined || compareMicroversions(microversion, newest.microversion) > 0)
      newest = { reading, microversion };
  }
  return newest?.reading;
}

/** Whether a text reads like a microversion but is not one: it has full-width characters, spaces or characters that are not shown. */
function isMalformed(text: string): boolean {
  const plain = inPlainCharacters(text);
  return plain !== text && parseMicroversion(plain) !== undefined;
}

function mostCommon(readings: readonly FactReading[]): FactReading | undefined {
  const [first] = [...groupBy(readings, ({ value }) => value).values()].reduce<readonly FactReading[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
  return first;
}

function reportOne(name: string, disagreement: Disagreement): Report {
  const { stale, believed } = disagreement;
  return {
    at: stale.place,
    message: `${contradiction(name, disagreement)}: ${remedyFor(disagreement, true)}`,
    related: [{ at: believed.place, message: quote(believed.value) }],
  };
}

/** A finding at the first stale place that lists the others. */
function reportAll(name: string, first: Disagreement, others: readonly Disagreement[]): Report {
  return {
    at: first.stale.place,
    message: `${contradiction(name, first)}, and ${others.length} other places differ too: ${remedyFor(first, false)}`,
    related: [first.believed, ...others.map((other) => other.stale)].map(({ place, value }) => ({
      at: place,
      message: quote(value),
    })),
  };
}

/** The words are those of `documents-agree`. */
function contradiction(name: string, { stale, believed }: Disagreement): string {
  const there = believed.place.file === stale.place.file ? 'another place in this file' : believed.place.file;
  return `the fact ${quote(name)} is ${quote(stale.value)} here, but ${there} has ${quote(believed.value)}`;
}

/** `isOnly`: one place is stale, not several. */
function remedyFor({ believed, reason }: Disagreement, isOnly: boolean): string {
  switch (reason) {
    case 'changed':
      return `that changed since the base, so change ${isOnly ? 'this one' : 'these'} too`;
    case 'malformed':
      return `a microversion consists of ASCII digits and one dot, so fix ${isOnly ? 'this one' : 'these'}`;
    case 'newer':
      return `${believed.value} is newer, so ${isOnly ? 'the other is' : 'the others are'} probably stale`;
    case 'code':
      return 'use the value of the code';
    case 'differs':
      return `use the same value ${isOnly ? 'in both' : 'everywhere'}`;
  }
}
