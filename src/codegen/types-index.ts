import { bannerFor } from './banner';
import { typeAlias } from './type-alias';

/** A root type, and the file that it is in, relative to the types folder. */
export interface RootType {
  readonly name: string;
  readonly path: string;
}

/** A type that is any of several root types. */
export interface TypeUnion {
  readonly name: string;
  readonly members: readonly string[];
}

/**
 * The text of the index: it re-exports the root types, and nothing that they are made of. Its paths end in `.js`, which
 * every module resolution of TypeScript understands.
 */
export function typesIndex(roots: readonly RootType[], unions: readonly TypeUnion[]): string {
  const sorted = [...roots].sort((a, b) => (a.name < b.name ? -1 : 1));
  const members = new Set(unions.flatMap((union) => union.members));
  const lines = [
    ...sorted.filter(({ name }) => members.has(name)).map((root) => `import type ${binding(root)}`),
    ...sorted.map((root) => `export type ${binding(root)}`),
    ...[...unions]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, members: of }) => typeAlias(name, of)),
  ];
  return `${[bannerFor('the schemas of the manifest'), '', ...(lines.length > 0 ? lines : ['export {};'])].join('\n')}\n`;
}

function binding({ name, path }: RootType): string {
  return `{ ${name} } from './${path.replace(/\.ts$/, '.js')}';`;
}
