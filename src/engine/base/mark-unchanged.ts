import type { Fact, FactSource } from '../../model/project/fact';

/** Marks the values of facts that are the same in the base. */
export function markUnchanged(facts: readonly Fact[], base: readonly Fact[]): readonly Fact[] {
  const before = new Map(base.map((fact) => [fact.name, fact]));
  return facts.map((fact) => {
    const known = before.get(fact.name);
    if (known === undefined) return fact;
    return {
      ...fact,
      sources: fact.sources.map((source): FactSource => {
        const old = known.sources.find(({ description }) => description === source.description);
        const values = new Set(old?.readings.map(({ value }) => value));
        const mark = (reading: FactSource['readings'][number]) =>
          values.has(reading.value) ? { ...reading, isUnchanged: true as const } : reading;
        return { ...source, readings: source.readings.map(mark) };
      }),
    };
  });
}
