import { groupBy } from '../model/group-by';
import type { SampleGroup } from './group-samples';
import type { ContractEntry, ScaffoldedContract } from './scaffold-contract';

/** A contract of a new manifest, with the samples that it was made for. */
export interface GroupedContract {
  readonly group: SampleGroup;
  readonly contract: ScaffoldedContract;
}

/** Entries of a manifest, and the schemas that they stand for. */
export interface WrittenContracts {
  readonly entries: readonly ContractEntry[];
  readonly schemas: ScaffoldedContract['schemas'];
  /** How many schemas the entries name, each with or without placeholders. */
  readonly named: number;
}

const FOLDER = '{microversion}';

/** With fewer contracts of one form, they are written out: they can be read as they are. */
const FEWEST = 6;

/** Names that a schema can have, too, and that need no quotes in the name of a contract. */
const PLAIN_FOLDER = /^[A-Za-z0-9_-]+$/;
const PLAIN_FILE = /^[A-Za-z0-9_-]+\.json$/;

/**
 * Writes contracts as the manifest has them: many contracts whose schemas can have the path of their samples are one entry with
 * placeholders, such as `{folder}/{name}.json`. The others are written out.
 */
export function writtenContracts(contracts: readonly GroupedContract[]): WrittenContracts {
  const simple = contracts.filter(isSimple);
  const patterns = [...groupBy(simple, ({ group }) => pathOf(group).length).values()].flatMap((alike) =>
    patternOf(
      alike,
      contracts.filter((each) => !alike.includes(each)),
    ),
  );
  const covered = new Set(patterns.flatMap(({ members }) => members));
  const rest = contracts.filter((each) => !covered.has(each)).map(({ contract }) => contract);
  return {
    entries: [...patterns.map(({ entry }) => entry), ...rest],
    schemas: [
      ...patterns.flatMap(({ members }) =>
        members.flatMap(({ group, contract }) =>
          contract.schemas.map(({ values }) => ({ path: pathOf(group).join('/'), values })),
        ),
      ),
      ...rest.flatMap(({ schemas }) => schemas),
    ],
    named: patterns.length + rest.flatMap(({ schemas }) => schemas).length,
  };
}

/** Contracts without placeholders. */
export function writtenOut(contracts: readonly GroupedContract[]): WrittenContracts {
  const schemas = contracts.flatMap(({ contract }) => contract.schemas);
  return { entries: contracts.map(({ contract }) => contract), schemas, named: schemas.length };
}

interface Pattern {
  readonly entry: ContractEntry;
  readonly members: readonly GroupedContract[];
}

/** The entry for contracts whose paths have the same number of folders; empty if there are few, or if it would stand for others, too. */
function patternOf(
  members: readonly GroupedContract[],
  others: readonly GroupedContract[],
): readonly Pattern[] {
  const depth = pathOf(members[0]?.group).length;
  const names = new Set(
    members.map(({ group }) =>
      pathOf(group)
        .join('.')
        .replace(/\.json$/, ''),
    ),
  );
  // A single schema of another contract gives a contract of the same name, which the one that is written out replaces.
  const isUnclear = others.some(
    ({ contract: { name, schemas } }) =>
      names.has(name) || (schemas.length > 1 && schemas.some(({ path }) => path.split('/').length === depth)),
  );
  if (members.length < FEWEST || isUnclear) return [];
  const words = wordsFor(depth).map((word) => `{${word}}`);
  const file = `${words.join('/')}.json`;
  const places = new Set(
    members.map(({ group }) => group.pattern.split('/').indexOf(FOLDER)).filter((place) => place !== -1),
  );
  // `{microversion}` may match no folder.
  const samples = [...places]
    .toSorted((a, b) => a - b)
    .map((place) => file.split('/').toSpliced(place, 0, FOLDER).join('/'));
  const entry = { schema: file, samples: samples.length > 1 ? samples : (samples[0] ?? file) };
  return [{ entry: { name: words.join('.'), entry }, members }];
}

/** The placeholders for a path: `{name}`, `{folder}/{name}`, `{area}/{folder}/{name}`, with numbers for more. */
function wordsFor(depth: number): readonly string[] {
  const all = ['area', 'folder', 'name'];
  const more = Array.from(
    { length: Math.max(0, depth - all.length) },
    (_, index) => `area${depth - all.length - index + 1}`,
  );
  return [...more, ...all].slice(-depth);
}

function isSimple({ group, contract }: GroupedContract): boolean {
  const path = pathOf(group);
  return (
    contract.schemas.length === 1 &&
    path.slice(0, -1).every((name) => PLAIN_FOLDER.test(name)) &&
    PLAIN_FILE.test(path.at(-1) ?? '')
  );
}

/** The path of a group's samples without the `vX.Y` folder. */
function pathOf(group: SampleGroup | undefined): readonly string[] {
  return group?.pattern.split('/').filter((segment) => segment !== FOLDER) ?? [];
}
