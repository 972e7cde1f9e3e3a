import type { Place } from '../../model/place';
import type { SchemaProblem } from '../../model/schema-problem';
import type { OwnDialect } from './own-dialect';

/** A `$schema` that names no dialect that can be used, with what is wrong with its meta-schema if there is one. */
export function unknownDialect(
  dialect: string,
  own: Extract<OwnDialect, { kind: 'unusable' }> | undefined,
  root: string,
  place: Place,
): SchemaProblem {
  if (own === undefined) return { kind: 'unknown-dialect', dialect, root, place };
  const { metaSchema, vocabulary } = own;
  return {
    kind: 'unknown-dialect',
    dialect,
    root,
    metaSchema: metaSchema.file.source.name,
    ...(vocabulary === undefined ? {} : { vocabulary }),
    place,
  };
}
