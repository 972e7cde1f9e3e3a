import { member, textMember, type JsonObject } from '../../model/json/json-value';
import { isBefore, type Dialect } from '../dialects/dialect';

/** The `$id` of a schema, or the `id` of draft-04. Before 2019-09, the keywords next to a `$ref` are ignored, and so is the id. */
export function idOfSchema(schema: JsonObject, dialect: Dialect): string | undefined {
  if (isBefore(dialect, '2019-09') && member(schema, '$ref') !== undefined) return undefined;
  return textMember(schema, idKeyword(dialect));
}

/** The keyword of an id. */
export function idKeyword(dialect: Dialect): string {
  return dialect === 'draft-04' ? 'id' : '$id';
}

/** Whether an id ends in the name of a part, as before 2019-09: `https://example.com/a.json#part`. */
export function isOfPart(id: string): boolean {
  return /#./.test(id);
}
