import type { Direction } from '../../model/contracts/contract';
import type { JsonPointer } from '../../model/json/json-pointer';
import type { Place, Token } from '../../model/documents/place';
import type { SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Dialect } from '../dialects/dialect';
import type { Vocabularies } from '../dialects/vocabulary';

/** The origin of a copied schema, to translate ajv's errors about the copy into violations of the original. */
export interface SchemaOrigin {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
  readonly original: unknown;
}

/** The targets of dynamic references by anchor: the outermost resource on the way here that has the anchor. */
export type DynamicScope = ReadonlyMap<string, { readonly file: SchemaFile; readonly pointer: JsonPointer }>;

/** The position of a subschema in its node. */
export interface SubschemaPosition {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly dialect: Dialect;
  /** The vocabularies that are on; undefined where that is all of the dialect. */
  readonly vocabularies: Vocabularies | undefined;
  readonly scope: DynamicScope;
  readonly inPlace: boolean;
  readonly asserted: boolean;
  /** The keyword that contains it; undefined for the root of a node. */
  readonly keyword?: string;
  /** The properties that `required` does not apply to, because a schema around it for the same value excludes them from its direction. */
  readonly excluded: ReadonlySet<string> | undefined;
}

/** What the meaning of a schema depends on besides the schema: the same schema may be read in several ways. */
export interface SchemaReading {
  /** Its dialect where its file names none. */
  readonly dialect: Dialect;
  /** Whether it describes what is sent or what is received; undefined where that makes no difference. */
  readonly direction: Direction | undefined;
  /** Whether a schema that extends it refers to it: then its discriminator has already chosen. */
  readonly isExtended: boolean;
  readonly excluded: ReadonlySet<string> | undefined;
}

export function plainReading(dialect: Dialect, direction?: Direction): SchemaReading {
  return { dialect, direction, isExtended: false, excluded: undefined };
}

/** A reference from one schema to another. */
export interface SchemaLink {
  readonly to: SchemaNode;
  readonly reference: string;
  readonly place: Place;
  /** Whether it applies to the same value as the schema that contains it: a circle of such references never ends. */
  readonly inPlace: boolean;
  /** Whether it is asserted; a reference inside definitions is not, because nothing may use them. */
  readonly asserted: boolean;
  /** For the link from a schema to its meta-schema: where that schema is in the file of its node. */
  readonly describes?: JsonPointer;
}

/** The schema of a contract, or the target of a reference: copied out of its file, with each reference replaced by the key of its target. */
export interface SchemaNode extends SchemaOrigin {
  /** Its name in ajv. */
  readonly key: string;
  /** The copy in 2020-12, with only the keywords that assert something. */
  readonly copy: unknown;
  readonly problems: readonly SchemaProblem[];
  readonly links: readonly SchemaLink[];
}

/** How copied schemas refer to each other, and to what their authors wrote. */
export interface CopyLookup {
  /** The copy of the node with this key. */
  readonly copyOf: (key: string) => unknown;
  /** The origin of an object in the copy of a node. */
  readonly originOf: (copy: object) => SchemaOrigin | undefined;
}

export function placeInSchema(file: SchemaFile, pointer: JsonPointer, token: Token): Place {
  return { file: file.source.name, pointer, token };
}

/** A node and all nodes that it refers to, itself first; `asserted`: only through references that are asserted. */
export function reachableNodes(root: SchemaNode, asserted: 'all' | 'asserted'): readonly SchemaNode[] {
  // Most schemas refer to nothing.
  if (root.links.length === 0) return [root];
  const reached = [root];
  const known = new Set(reached);
  // Nodes that are added to an array while it is iterated are visited too.
  for (const { links } of reached) {
    if (links.length === 0) continue;
    for (const { asserted: isAsserted, to } of links) {
      if ((!isAsserted && asserted === 'asserted') || known.has(to)) continue;
      known.add(to);
      reached.push(to);
    }
  }
  return reached;
}
