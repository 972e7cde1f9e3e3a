import type { Sample } from '../model/contracts/contract';
import { exactValueOf } from '../model/documents/document';
import type { JsonPointer } from '../model/json/json-pointer';
import type { SchemaStrength, Survivor } from '../model/findings/strength';
import type { SchemaSet } from '../schema/schema-set';
import { commonForms } from './common-forms';
import { keyPresence } from './key-presence';
import type { Mutation } from './mutation';
import { mutationsOf } from './mutations-of';
import type { SchemaFacts } from './schema-facts';
import type { Trial } from './trials';

/** A mutation that the schema accepted although it is certainly wrong. */
export interface Lapse {
  readonly document: unknown;
  readonly mutation: Mutation;
}

/** The result of trying wrong values on a schema. */
export interface SchemaTrial extends Pick<SchemaStrength, 'refused' | 'tried' | 'survivors'> {
  readonly lapses: readonly Lapse[];
  /** Whether the schema cannot be used, or gave no verdict in time for at least one value. */
  readonly isUnusable: boolean;
  readonly isCutShort: boolean;
  /** The samples that the schema accepts unchanged. */
  readonly accepted: readonly Sample[];
  /** How many samples were used to find out which properties every sample has. */
  readonly peers: number;
}

/** How many mutations are checked between two looks at the clock. */
const BATCH = 100;

/** Tries every mutation of the accepted samples on their schema. */
export function measureSchema(
  { schema, samples, peers }: Trial,
  facts: SchemaFacts,
  {
    schemas,
    seed,
    isOver,
  }: { readonly schemas: SchemaSet; readonly seed: number; readonly isOver: () => boolean },
): SchemaTrial {
  const check = (values: readonly unknown[]) => schemas.acceptances(values, schema);
  const unchanged = check(peers.map(({ document }) => exactValueOf(document)));
  let isUnusable = unchanged.includes('no-verdict');
  const right = peers.filter((_, index) => unchanged[index] === 'accepted');
  const accepted = samples.filter((sample) => right.includes(sample));
  const rightValues = right.map(({ document }) => exactValueOf(document));
  const context = {
    seed: `${seed}\0${schema.file}\0${schema.pointer}`,
    isEverywhere: keyPresence(rightValues),
    commonForm: commonForms(rightValues),
    enumeratedAt: facts.enumeratedAt,
    seen: new Set<string>(),
  };
  const lapses: Lapse[] = [];
  const survivors: Survivor[] = [];
  let tried = 0;
  let refused = 0;
  let isCutShort = false;

  for (const sample of accepted) {
    const document = exactValueOf(sample.document);
    for (const batch of batchesOf(mutationsOf(document, context))) {
      isCutShort ||= isOver();
      if (isCutShort) break;
      for (const [index, acceptance] of check(batch.map((mutation) => mutation.document)).entries()) {
        const mutation = batch[index];
        if (mutation === undefined) continue;
        if (acceptance === 'no-verdict') isUnusable = true;
        else record(sample, mutation, acceptance === 'accepted');
      }
    }
    if (isCutShort) break;
  }
  return { refused, tried, survivors, lapses, isUnusable, isCutShort, accepted, peers: right.length };

  function record(sample: Sample, mutation: Mutation, passed: boolean): void {
    const { location, fault, change } = mutation;
    const document = exactValueOf(sample.document);
    const counts = fault.kind !== 'doubtful' && !(passed && facts.allows(document, location, fault));
    if (counts) tried += 1;
    if (counts && !passed) refused += 1;
    if (!passed) return;
    survivors.push(survivorOf(sample, location, change, counts));
    if (counts) lapses.push({ document, mutation });
  }
}

function survivorOf({ document }: Sample, location: JsonPointer, change: string, counts: boolean): Survivor {
  return { location, sample: document.source.name, change, counts };
}

function* batchesOf<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
