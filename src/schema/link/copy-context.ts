import type { Direction } from '../../model/contracts/contract';
import type { JsonObject } from '../../model/json/json-value';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Formats } from '../formats/formats';
import type { BranchLookup } from './discriminator';
import type { CopyOrigins } from './copy-origins';
import type { SubschemaPosition } from './schema-node';

/** The input for copying a schema, and callbacks for the results other than the copy. */
export interface CopyContext {
  readonly formats: Formats;
  readonly unicodePatterns: boolean;
  /** Whether keywords next to a `$ref` count even in dialects that ignore them. */
  readonly appliesRefSiblings?: boolean;
  /** Whether an unknown keyword is a known annotation. */
  readonly isAnnotation: (name: string) => boolean;
  readonly origins: Pick<CopyOrigins, 'add'>;
  /** The position inside a subschema, which may be a resource or name its own dialect. */
  readonly enter: (schema: JsonObject, at: SubschemaPosition) => SubschemaPosition;
  /** The key of a reference's target; undefined where there is no target. `steps` lead from the keyword to the reference. */
  readonly follow: (
    keyword: string,
    reference: string,
    at: SubschemaPosition,
    steps?: readonly string[],
  ) => string | undefined;
  /** What a discriminator chooses from. */
  readonly branchesOf: (at: SubschemaPosition) => Pick<BranchLookup, 'component' | 'heirs' | 'own'>;
  /** Whether a schema is only a part of one that its own discriminator has chosen, so that its union is decided. */
  readonly isChosen: (at: SubschemaPosition) => boolean;
  /** Whether values are sent or received; undefined where that makes no difference. */
  readonly direction: () => Direction | undefined;
  /** Whether a value for a property that is excluded from its direction is refused; only to find such values. */
  readonly refusesExcluded?: boolean;
  /** The properties that a schema declares with this keyword. */
  readonly excludedNames: (
    schema: JsonObject,
    at: SubschemaPosition,
    keyword: 'readOnly' | 'writeOnly',
  ) => ReadonlySet<string>;
  readonly report: (problem: SchemaProblem) => void;
  /** Records that a copy lacks a keyword that could not be read. */
  readonly markIncomplete: (copy: object) => void;
}
