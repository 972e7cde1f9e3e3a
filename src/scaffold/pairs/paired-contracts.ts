import { posix } from 'node:path';

import { compareText } from '../../model/findings/finding';
import { contractNames, kebab } from '../contract-names';
import { fileNameOfSample, fileNameOfSchema } from './name-forms';
import type { PairedSample, Pairing } from './pair-samples';
import { pairedPatterns, type ClaimedGlob } from './paired-patterns';
import { sharedStart, type Roots } from '../choose-roots';
import { createGlobs, folderOf } from '../sample-globs';
import type { ContractEntry } from '../scaffold-contract';

/**
 * The contracts of schemas that exist already, with the samples that are paired with them. `all` are the paths of all samples, and
 * `schemas` those of all files that a `schema:` may name.
 */
export function pairedContracts(
  { paired }: Pick<Pairing, 'paired'>,
  roots: Roots,
  all: readonly string[],
  schemas: readonly string[],
): readonly ContractEntry[] {
  const below = (path: string) => posix.relative(roots.samples, path);
  const globs = createGlobs(all.map(below), { areSamples: true });
  const sorted = [...paired].toSorted(([a], [b]) => compareText(a, b));
  const names = contractNames(
    sorted.map(([schema]) => {
      const { folders, stem } = fileNameOfSchema(schema);
      return [...posix.relative(roots.schemas, folders.join('/') || '.').split('/'), stem].filter(isName);
    }),
  );
  const foldersOf = (schema: string) => folderOf(posix.relative(roots.schemas, schema)).split('/');
  const shared = sorted
    .map(([schema]) => foldersOf(schema))
    .reduce(sharedStart, foldersOf(sorted[0]?.[0] ?? ''));
  const contracts = sorted.map(([schema, samples], index) => {
    const { stem } = fileNameOfSchema(schema);
    const whole = fileNameOfSample(schema).stem;
    const claimed = claimedGlobs(samples, (chosen) =>
      globs(
        chosen.map(({ path }) => below(path)),
        (folder) =>
          [stem, whole].map(kebab).includes(kebab(posix.basename(posix.join(roots.samples, folder)))),
      ),
    );
    return {
      name: names[index] ?? '',
      schema: posix.relative(roots.schemas, schema),
      stem: claimed.some(({ path }) => path.split('/').includes(whole)) ? whole : stem,
      folders: foldersOf(schema).slice(shared.length),
      globs: claimed,
      samples: new Map(samples.map(({ path, use }) => [below(path), use])),
    };
  });
  return pairedPatterns(
    contracts,
    schemas.map((path) => posix.relative(roots.schemas, path)),
    all.map(below),
  );
}

function isName(segment: string): boolean {
  return segment !== '' && segment !== '..';
}

/** Of several entries that match a sample, the last one counts, so one glob may match all samples before others name the wrong ones. */
function claimedGlobs(
  samples: readonly PairedSample[],
  globs: (samples: readonly PairedSample[]) => readonly string[],
): readonly ClaimedGlob[] {
  const of = (...uses: readonly PairedSample['use'][]) =>
    globs(samples.filter(({ use }) => uses.includes(use)));
  const [right, every] = [of('valid'), of('valid', 'invalid')];
  return [
    ...(every.length < right.length ? every : right).map((path) => ({ path, use: 'valid' }) as const),
    ...of('invalid').map((path) => ({ path, use: 'invalid' }) as const),
    ...of('items').map((path) => ({ path, use: 'items' }) as const),
  ];
}
