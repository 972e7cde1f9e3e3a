import { groupBy } from '../../model/group-by';
import { folderOf } from '../sample-globs';
import type { ContractEntry } from '../scaffold-contract';
import type { PairedSample } from './pair-samples';

/** What one entry of a contract's `samples:` claims. */
export interface ClaimedGlob {
  readonly path: string;
  readonly use: PairedSample['use'];
}

/** A contract of a schema that exists. Paths are relative to their roots. */
export interface PairedContract {
  readonly name: string;
  readonly schema: string;
  /** The name of the schema in its path, such as `pet` in `api/pet.schema.json`. */
  readonly stem: string;
  /** The folders of the schema in its path, without those that all schemas are in. */
  readonly folders: readonly string[];
  readonly globs: readonly ClaimedGlob[];
  /** The samples that it claims, with their uses. */
  readonly samples: ReadonlyMap<string, PairedSample['use']>;
}

/** With fewer contracts of one form, they are written out. */
const FEWEST = 6;
/** So many contracts must have an entry of one form. */
const FEWEST_OF_FORM = 3;

/** At most one in so many contracts may be an exception. */
const MOST_EXCEPTIONS = 4;

const NAME = '{name}';
const FOLDER_WORD = /\{(?:folder|area\d?)\}/g;
const FOLDERS = ['{folder}', '{area}', '{area2}', '{area3}'];

/**
 * Contracts whose schemas and samples have paths of one form become one entry with placeholders. `schemas` are the paths of all schemas, and
 * `samples` those of all samples: the entry must claim none that a contract does not claim.
 */
export function pairedPatterns(
  contracts: readonly PairedContract[],
  schemas: readonly string[],
  samples: readonly string[],
): readonly ContractEntry[] {
  const forms = groupBy(contracts, ({ schema, stem, folders }) => formOf(schema, stem, folders));
  const others = [...forms.values()].filter(({ length }) => length < FEWEST).flat();
  return [...forms].flatMap(([form, alike]) => {
    const pattern =
      alike.length < FEWEST ? undefined : createPattern(form, { contracts: alike, others, schemas, samples });
    return pattern ?? alike.map(writtenOut);
  });
}

interface PatternInput {
  /** The contracts of one form. */
  readonly contracts: readonly PairedContract[];
  /** The contracts that are written out in any case. */
  readonly others: readonly PairedContract[];
  readonly schemas: readonly string[];
  readonly samples: readonly string[];
}

function createPattern(
  form: string,
  { contracts, others, schemas, samples }: PatternInput,
): readonly ContractEntry[] | undefined {
  const generated = schemas.flatMap((path) => valuesIn(form, path) ?? []);
  const nameForm = [...form.split('/').slice(0, -1), NAME].join('.');
  const names = generated.map((values) => fill(nameForm, values));
  if (new Set(names).size < names.length) return undefined;
  const bySchema = new Map(contracts.map((contract) => [contract.schema, contract]));
  const uses = groupBy(
    contracts.flatMap(({ globs, stem, folders }) =>
      globs.map(({ path, use }) => `${use} ${formOf(path, stem, folders)}`),
    ),
    (use) => use,
  );
  const find = createFind(samples);
  const owners = new Map(
    [...contracts, ...others].flatMap((contract) =>
      [...contract.samples.keys()].map((path) => [path, contract] as const),
    ),
  );
  /** The samples that the entry would claim for another contract, or with another use. */
  const wrongIn = (use: string) => {
    const [kind, glob] = splitUse(use);
    return generated.flatMap((values) => {
      const own = bySchema.get(fill(form, values));
      return find(fill(glob, values)).filter((path) => own?.samples.get(path) !== kind);
    });
  };
  // A contract that is written out claims its samples before those with placeholders.
  const exceptions = new Set<PairedContract>();
  const kept = [...uses].flatMap(([use, { length }]) => {
    if (length < FEWEST_OF_FORM || !isForm(splitUse(use)[1])) return [];
    const claimants = wrongIn(use).map((path) => owners.get(path));
    if (claimants.includes(undefined) || claimants.length * MOST_EXCEPTIONS > length) return [];
    for (const claimant of claimants) if (claimant !== undefined) exceptions.add(claimant);
    return [use];
  });
  const isCovered = (contract: PairedContract) => {
    const { samples: own, schema } = contract;
    if (exceptions.has(contract)) return false;
    const values = valuesIn(form, schema) ?? new Map<string, string>();
    const found = new Set(kept.flatMap((use) => find(fill(splitUse(use)[1], values))));
    return [...own.keys()].every((path) => found.has(path));
  };
  const covered = contracts.filter(isCovered);
  if (covered.length < FEWEST) return undefined;
  const globs = withoutSpecial(kept)
    .toSorted()
    .toReversed()
    .map((use) => {
      const [kind, path] = splitUse(use);
      return { path, use: kind };
    });
  const rest = contracts
    .filter((contract) => !isCovered(contract))
    // A contract that is written out replaces the one of its name.
    .map((contract) =>
      writtenOut({ ...contract, name: fill(nameForm, valuesIn(form, contract.schema) ?? new Map()) }),
    );
  return [writtenOut({ name: nameForm, schema: form, globs }), ...rest];
}

/** Whether a glob has the name of the schema, and no special characters. */
function isForm(glob: string): boolean {
  return /^[^\\{}]*\{name\}[^\\{}]*$/.test(glob.replaceAll(FOLDER_WORD, ''));
}

const USES = ['valid', 'invalid', 'items'] as const;

function splitUse(use: string): readonly [PairedSample['use'], string] {
  const kind = USES.find((each) => use.startsWith(`${each} `)) ?? 'valid';
  return [kind, use.slice(kind.length + 1)];
}

function writtenOut({
  name,
  schema,
  globs,
}: Pick<PairedContract, 'name' | 'schema' | 'globs'>): ContractEntry {
  const entries = globs.map(({ path, use }) =>
    use === 'valid' ? path : use === 'items' ? { path, items: '$[*]' } : { path, expect: use },
  );
  return {
    name,
    entry: { schema, samples: entries.length === 1 && typeof entries[0] === 'string' ? entries[0] : entries },
  };
}

/** A path with placeholders for the name of a schema, and for the folders that it is in. */
function formOf(path: string, stem: string, folders: readonly string[]): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      if (segment === stem) return NAME;
      const [, rest] =
        index === segments.length - 1 && segment.startsWith(stem)
          ? (/^([._-].*)$/.exec(segment.slice(stem.length)) ?? [])
          : [];
      if (rest !== undefined) return NAME + rest;
      const folder = folders.toReversed().indexOf(segment);
      return FOLDERS[folder] ?? segment;
    })
    .join('/');
}

type PathValues = ReadonlyMap<string, string>;

/** The values of the placeholders for a path of this form; undefined for another path. */
function valuesIn(form: string, path: string): PathValues | undefined {
  const [parts, segments] = [form.split('/'), path.split('/')];
  if (parts.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    const [, word, rest = ''] = /^(\{\w+\})(.*)$/.exec(part) ?? [];
    if (word === undefined ? segment !== part : !segment.endsWith(rest) || segment.length === rest.length)
      return undefined;
    if (word !== undefined) values.set(word, segment.slice(0, segment.length - rest.length));
  }
  return values;
}

function fill(form: string, values: PathValues): string {
  return form.replaceAll(/\{\w+\}/g, (word) => values.get(word) ?? word);
}

/** The uses without those that a glob among them matches: `{name}.a.json` where there is `{name}.*.json`. */
function withoutSpecial(uses: readonly string[]): readonly string[] {
  const starts = uses.filter((use) => use.endsWith('*.json')).map((use) => use.slice(0, -'*.json'.length));
  return uses.filter((use) => {
    const start = starts.find((each) => use.startsWith(each) && !use.slice(each.length).includes('/'));
    return start === undefined || use === `${start}*.json`;
  });
}

/** A function that returns the samples that a glob of `createGlobs` matches. */
function createFind(samples: readonly string[]): (glob: string) => readonly string[] {
  const byFolder = groupBy(samples, folderOf);
  const known = new Set(samples);
  return (glob) => {
    const star = glob.indexOf('*');
    if (star === -1) return known.has(glob) ? [glob] : [];
    const start = glob.slice(0, star);
    const near = glob.startsWith('**/', star) ? samples : (byFolder.get(folderOf(glob)) ?? []);
    return near.filter((path) => path.startsWith(start) && path.endsWith('.json'));
  };
}
