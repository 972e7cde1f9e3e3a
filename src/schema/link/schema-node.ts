import type { JsonPointer } from '../../model/json-pointer';
import type { Place, Token } from '../../model/place';
import type { SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import type { Dialect } from './dialect';

/** Where a copied schema comes from, so that what the validator says of the copy can be said of the original. */
export interface SchemaOrigin {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
  readonly original: unknown;
}

/** Where dynamic references lead from here: the outermost resource on the way that has the anchor. */
export type DynamicScope = ReadonlyMap<string, { readonly file: SchemaFile; readonly pointer: JsonPointer }>;

/** A reference from one schema to another. */
export interface SchemaLink {
  readonly to: SchemaNode;
  readonly reference: string;
  readonly place: Place;
  /** Whether it judges the same value as the schema it is in: a circle of such references has no end. */
  readonly inPlace: boolean;
  /** Whether it is part of what is asserted, and not of definitions that nothing may use. */
  readonly asserted: boolean;
}

/** A schema that is referred to, or the one of a contract: copied out of its file, with each reference replaced by the key of its target. */
export interface SchemaNode extends SchemaOrigin {
  /** Its name for the validator. */
  readonly key: string;
  /** In 2020-12, with asserting keywords only. */
  readonly copy: unknown;
  readonly problems: readonly SchemaProblem[];
  readonly links: readonly SchemaLink[];
  /** The formats that it uses and that are checked. */
  readonly formats: ReadonlySet<string>;
  /** Whether a keyword has a value that it cannot have. */
  readonly isMalformed: boolean;
  /** Whether it says something of what is left unevaluated, which costs the validator book-keeping everywhere. */
  readonly usesUnevaluated: boolean;
}

export function placeInSchema(file: SchemaFile, pointer: JsonPointer, token: Token): Place {
  return { file: file.source.name, pointer, token };
}

/** A node and all that it refers to, itself first; `asserted`: only through references that are part of what is asserted. */
export function reachableNodes(root: SchemaNode, asserted: 'all' | 'asserted'): readonly SchemaNode[] {
  const reached = new Set([root]);
  // A set that grows while it is walked hands out the new members too.
  for (const node of reached) {
    for (const link of node.links) if (link.asserted || asserted === 'all') reached.add(link.to);
  }
  return [...reached];
}
