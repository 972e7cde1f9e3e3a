import { bannerFor } from './banner';
import { quotedModule } from './contract-type-file';

/** A type that the index re-exports, and the path of its file relative to the types folder. */
export interface RootType {
  readonly name: string;
  readonly path: string;
}

/** The text of the index. It re-exports the root types, but not the types that they use. */
export function typesIndex(roots: readonly RootType[]): string {
  const lines = [...roots]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, path }) => `export type { ${name} } from ${quotedModule(`./${path}`)};`);
  return `${[bannerFor('the schemas of the manifest'), '', ...(lines.length > 0 ? lines : ['export {};'])].join('\n')}\n`;
}
