import type { Fact, FactReading } from '../../model/fact';
import { groupBy } from '../../model/group-by';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';

export const factsAgree: Rule<'fact'> = {
  id: 'facts-agree',
  subject: 'fact',
  severity: 'error',
  summary: 'A fact has the same value in every place.',
  check: findDisagreements,
};

/** The value in most places counts as the right one; in a tie, the first. */
function findDisagreements({ name, sources }: Fact): readonly Report[] {
  const readings = sources.flatMap((source) => source.readings);
  const [reference] = [...groupBy(readings, ({ value }) => value).values()].reduce<readonly FactReading[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
  if (reference === undefined) return [];
  return readings
    .filter(({ value }) => value !== reference.value)
    .map((reading) => reportDisagreement(name, reading, reference));
}

function reportDisagreement(name: string, reading: FactReading, reference: FactReading): Report {
  return {
    at: reading.place,
    message: `expected ${quote(reference.value)} as in ${reference.place.file}, got ${quote(reading.value)}: the fact "${name}" must have the same value everywhere`,
    related: [{ at: reference.place, message: quote(reference.value) }],
  };
}
