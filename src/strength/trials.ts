import { resolve } from 'node:path';

import type { NotChecked } from '../model/findings/check-result';
import { formatSchemaRef, isWrongOnPurpose, type Sample, type SchemaRef } from '../model/contracts/contract';
import { isWhole } from '../model/documents/document';
import { groupBy } from '../model/group-by';
import { nearestPath } from '../model/nearest';
import type { Project } from '../model/project/project';
import { UsageError } from '../model/usage-error';
import { displayPath, isWithin } from '../project/disk/file-path';
import { schemaName } from '../model/project/schema-files';

/** A schema, and the samples that it should accept. */
export interface Trial {
  readonly schema: SchemaRef;
  readonly contracts: readonly string[];
  /** The samples that are mutated. */
  readonly samples: readonly Sample[];
  /** All samples of the schema: they show which properties every sample has. */
  readonly peers: readonly Sample[];
}

/** The trials of a project, sorted by the names of their schemas, and the samples and schemas that no trial uses. */
export function trialsOf({ contracts, samples, schemas: files }: Project): {
  readonly trials: readonly Trial[];
  readonly skipped: readonly NotChecked[];
} {
  const pairs = samples.flatMap((sample) =>
    isUnparsable(sample)
      ? []
      : sample.claims
          .filter(({ pattern }) => pattern.expect === 'valid')
          .flatMap(({ contract, versions }) =>
            versions.map(({ schema }) => ({ sample, schema, contract: contract.name })),
          ),
  );
  const trials = [...groupBy(pairs, ({ schema }) => formatSchemaRef(schema))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]): readonly Trial[] => {
      const [first] = group;
      if (first === undefined) return [];
      const contractNames = [...new Set(group.map(({ contract }) => contract))];
      const claimed = [...new Set(group.map(({ sample }) => sample))];
      return [{ schema: first.schema, contracts: contractNames, samples: claimed, peers: claimed }];
    });
  const tried = new Set(pairs.map(({ sample }) => sample));
  const used = new Set(trials.map(({ schema }) => schemaName(schema, files)));
  const namesOf = (test: (sample: Sample) => boolean) =>
    samples.filter((sample) => !tried.has(sample) && test(sample)).map(nameOf);
  const schemas = contracts.flatMap(({ versions }) =>
    versions.map(({ schema }) => schemaName(schema, files)),
  );
  return {
    trials,
    skipped: [
      skippedItems('sample', 'wrong on purpose', namesOf(isWrongOnPurpose)),
      skippedItems(
        'sample',
        'that cannot be read',
        namesOf((sample) => isUnparsable(sample) && !isWrongOnPurpose(sample)),
      ),
      skippedItems(
        'sample',
        'without a schema',
        namesOf((sample) => !isUnparsable(sample) && !isWrongOnPurpose(sample)),
      ),
      skippedItems(
        'schema',
        'without a sample',
        [...new Set(schemas)].filter((schema) => !used.has(schema)),
      ),
    ],
  };
}

/** Samples or schemas that are not tried, with the reason, to follow a count: `samples wrong on purpose`. */
export function skippedItems(noun: string, reason: string, items: readonly string[]): NotChecked {
  return { what: `${noun}s ${reason}`, one: `${noun} ${reason}`, items };
}

/** The trials of these contracts, samples and folders; throws UsageError for a word that matches none. */
export function selectTrials(
  trials: readonly Trial[],
  words: readonly string[],
  cwd: string,
): readonly Trial[] {
  if (words.length === 0) return trials;
  const names = trials.flatMap(({ contracts, samples }) => [...contracts, ...samples.map(nameOf)]);
  const wanted = words.map((word) => ({ word, path: displayPath(cwd, resolve(cwd, word)) }));
  for (const { word, path } of wanted) {
    if (names.some((name) => name === word || isWithin(path, name))) continue;
    const near = nearestPath(word, names);
    throw new UsageError(
      `\`${word}\` is neither a contract nor a sample that has a schema: ${
        near === undefined ? 'pass a contract, a sample or a folder of samples' : `did you mean \`${near}\`?`
      }`,
    );
  }
  return trials.flatMap((trial) => {
    const isAsked = wanted.some(({ word }) => trial.contracts.includes(word));
    const samples = trial.samples.filter(
      (sample) => isAsked || wanted.some(({ path }) => isWithin(path, nameOf(sample))),
    );
    return samples.length === 0 ? [] : [{ ...trial, samples }];
  });
}

function nameOf({ document }: Sample): string {
  return document.source.name;
}

function isUnparsable({ document }: Sample): boolean {
  return !isWhole(document);
}
