import { posix } from 'node:path';

import { compareText } from '../model/finding';
import { contractNames, kebab } from './contract-names';
import { fileNameOfSchema } from './name-forms';
import type { PairedSample, Pairing } from './pair-samples';
import type { Roots } from './choose-roots';
import { createGlobs } from './sample-globs';
import type { ContractEntry } from './scaffold-contract';

/** The contracts of schemas that exist already, with the samples that are paired with them. `all` are the paths of all samples. */
export function pairedContracts(
  { paired }: Pick<Pairing, 'paired'>,
  roots: Roots,
  all: readonly string[],
): readonly ContractEntry[] {
  const below = (path: string) => posix.relative(roots.samples, path);
  const globs = createGlobs(all.map(below));
  const sorted = [...paired].toSorted(([a], [b]) => compareText(a, b));
  const names = contractNames(
    sorted.map(([schema]) => {
      const { folders, stem } = fileNameOfSchema(schema);
      return [...posix.relative(roots.schemas, folders.join('/') || '.').split('/'), stem].filter(isName);
    }),
  );
  return sorted.map(([schema, samples], index) => {
    const stem = kebab(fileNameOfSchema(schema).stem);
    const entries = samplesEntry(samples, (chosen) =>
      globs(
        chosen.map(({ path }) => below(path)),
        (folder) => kebab(posix.basename(posix.join(roots.samples, folder))) === stem,
      ),
    );
    return {
      name: names[index] ?? '',
      entry: {
        schema: posix.relative(roots.schemas, schema),
        samples: entries.length === 1 && typeof entries[0] === 'string' ? entries[0] : entries,
      },
    };
  });
}

function isName(segment: string): boolean {
  return segment !== '' && segment !== '..';
}

type SampleEntry = string | { readonly path: string; readonly expect: 'invalid' };

/** Of several entries that match a sample, the last one counts, so one glob may match all samples before others name the wrong ones. */
function samplesEntry(
  samples: readonly PairedSample[],
  globs: (samples: readonly PairedSample[]) => readonly string[],
): readonly SampleEntry[] {
  const wrong = globs(samples.filter(({ expect }) => expect === 'invalid')).map(
    (path) => ({ path, expect: 'invalid' }) as const,
  );
  const right = globs(samples.filter(({ expect }) => expect === 'valid'));
  const every = globs(samples);
  return [...(every.length < right.length ? every : right), ...wrong];
}
