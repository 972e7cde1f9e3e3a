import { formatMicroversion, type Microversion } from '../model/versions/microversion';
import { rangeContains, type VersionRange } from '../model/versions/version-range';
import { bannerFor } from './banner';
import type { ContractType } from './contract-type';
import { MICROVERSIONS_PATH } from './microversion-types';
import { WIDTH } from './type-alias';

/** The name of the type that has a property for each microversion of a contract. */
export function mapName({ name }: ContractType): string {
  return `${name}ByMicroversion`;
}

/**
 * The file for the type of a contract, which is one folder deep; `paths` are the files of the root types by name. Where ranges overlap
 * (`samplegate check` reports that), a document must satisfy both types.
 */
export function contractTypeFile(
  type: ContractType,
  known: readonly Microversion[],
  paths: ReadonlyMap<string, string>,
): string {
  const names = [...new Set(type.members.map(({ name }) => name))].sort();
  const ranges = type.members.flatMap(({ name, range }) => {
    const microversions = microversionsIn(range, known);
    return microversions === undefined ? [] : [{ microversions, name }];
  });
  const used = ['MicroversionRange', 'OldestMicroversion'].filter((helper) =>
    ranges.some(({ microversions }) => microversions.includes(helper)),
  );
  const all =
    ranges.length === 0
      ? // Without any known microversion in the project, every string may be one.
        [recordOf(type, 'string', names.join(' | '))]
      : ranges.map(({ microversions, name }) => recordOf(type, microversions, name));
  const lines = [
    bannerFor('the ranges of a contract'),
    '',
    ...names.map((name) => `import type { ${name} } from ${quotedModule(`../${paths.get(name) ?? ''}`)};`),
    ...(used.length === 0
      ? []
      : [`import type { ${used.join(', ')} } from ${quotedModule(`../${MICROVERSIONS_PATH}`)};`]),
    '',
    '/** The type of the document at each microversion. */',
    `export type ${mapName(type)} = ${all.join(' &\n  ')};`,
    '',
    '/** The type of the document at one or several microversions; by default, at any microversion. */',
    lookup(type.name, mapName(type)),
  ];
  return `${lines.join('\n')}\n`;
}

/** `Record<KEYS, VALUES>`, written without `Record` in the file of a contract whose type has that name. */
function recordOf({ name }: ContractType, keys: string, values: string): string {
  return name === 'Record' ? `{ [V in ${keys}]: ${values} }` : `Record<${keys}, ${values}>`;
}

/** The known microversions in a range, open at the end where the range is open; undefined where it contains no known microversion. */
function microversionsIn(range: VersionRange, known: readonly Microversion[]): string | undefined {
  const inRange = known.filter((microversion) => rangeContains(range, microversion)).map(formatMicroversion);
  const [first, last] = [inRange[0], inRange.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = range.min === undefined ? 'OldestMicroversion' : `'${first}'`;
  return `MicroversionRange<${range.max === undefined ? from : `${from}, '${last}'`}>`;
}

function lookup(name: string, map: string): string {
  const head = `export type ${name}<V extends keyof ${map} = keyof ${map}> =`;
  const line = `${head} ${map}[V];`;
  return line.length <= WIDTH ? line : `${head}\n  ${map}[V];`;
}

/**
 * The quoted module name for importing a generated file; `path` is relative to the importing file. The extension `.js` works with every
 * module resolution of TypeScript.
 */
export function quotedModule(path: string): string {
  return `'${path.replace(/\.ts$/, '.js')}'`;
}
