import { formatMicroversion, type Microversion } from '../model/microversion';
import { rangeContains, type VersionRange } from '../model/version-range';
import { bannerFor } from './banner';
import type { ContractType } from './contract-type';
import { MICROVERSIONS_PATH } from './microversion-types';
import { WIDTH } from './type-alias';

/** The name of the type that has a key for each microversion of a contract. */
export function mapName({ name }: ContractType): string {
  return `${name}ByMicroversion`;
}

/**
 * The text of the file of a contract's type, which lies one folder deep; `paths` tells the file of each root type.
 * Where ranges overlap, which the gate reports, both types hold.
 */
export function contractTypeFile(
  type: ContractType,
  known: readonly Microversion[],
  paths: ReadonlyMap<string, string>,
): string {
  const names = [...new Set(type.members.map(({ name }) => name))].sort();
  const records = type.members.flatMap(({ name, range }) => {
    const microversions = microversionsIn(range, known);
    return microversions === undefined ? [] : [`Record<${microversions}, ${name}>`];
  });
  const used = ['MicroversionRange', 'OldestMicroversion'].filter((helper) =>
    records.some((record) => record.includes(`<${helper}`)),
  );
  // Without any bound in the whole project there is no microversion to tell them by.
  const all = records.length === 0 ? [`Record<string, ${names.join(' | ')}>`] : records;
  const lines = [
    bannerFor('the ranges of a contract'),
    '',
    ...names.map((name) => `import type { ${name} } from ${quotedModule(`../${paths.get(name) ?? ''}`)};`),
    ...(used.length === 0
      ? []
      : [`import type { ${used.join(', ')} } from ${quotedModule(`../${MICROVERSIONS_PATH}`)};`]),
    '',
    '/** What is promised at each microversion. */',
    `export type ${mapName(type)} = ${all.join(' &\n  ')};`,
    '',
    '/** What is promised at one microversion, or at any of several; without an argument, at any at all. */',
    lookup(type.name, mapName(type)),
  ];
  return `${lines.join('\n')}\n`;
}

/** In terms of what is known, and open where the range is; undefined where it holds nothing that is known. */
function microversionsIn(range: VersionRange, known: readonly Microversion[]): string | undefined {
  const held = known.filter((microversion) => rangeContains(range, microversion)).map(formatMicroversion);
  const [first, last] = [held[0], held.at(-1)];
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
 * A generated file as what another imports from, in quotes; `path` is relative to that other one. It ends in `.js`, which
 * every module resolution of TypeScript understands.
 */
export function quotedModule(path: string): string {
  return `'${path.replace(/\.ts$/, '.js')}'`;
}
