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

/** The value that most places say is taken for the true one, the first of them where there is a tie. */
function findDisagreements({ name, sources }: Fact): readonly Report[] {
  const readings = sources.flatMap((source) => source.readings);
  const [reference] = [...groupBy(readings, ({ value }) => value).values()].reduce<readonly FactReading[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
  if (reference === undefined) return [];
  return readings
    .filter(({ value }) => value !== reference.value)
    .map((reading) => describe(name, reading, reference));
}

function describe(name: string, reading: FactReading, reference: FactReading): Report {
  return {
    at: reading.place,
    message: `${quote(reading.value)} here, but ${quote(reference.value)} in ${reference.place.file}: the fact "${name}" must be the same in every place`,
    related: [{ at: reference.place, message: quote(reference.value) }],
  };
}
