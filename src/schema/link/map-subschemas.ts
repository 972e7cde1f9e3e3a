import { isJsonArray, isJsonObject } from '../../model/json-value';
import type { KeywordShape } from './keywords';

/** Called with a subschema and the steps to it from the schema that holds it. */
type Visit = (schema: unknown, steps: readonly (string | number)[]) => unknown;

/**
 * A keyword's value with each subschema in it replaced by what `visit` makes of it. A value that does not have the shape is
 * given back as it is: saying what is wrong with it is the meta-schema's job.
 */
export function mapSubschemas(name: string, value: unknown, shape: KeywordShape, visit: Visit): unknown {
  switch (shape) {
    case 'value':
    case 'pattern':
    case 'format':
    case 'reference':
    case 'annotation':
      return value;
    case 'schema':
      // `items` may be a list before 2020-12.
      return name === 'items' && isJsonArray(value) ? mapList(name, value, visit) : visit(value, [name]);
    case 'list':
      return isJsonArray(value) ? mapList(name, value, visit) : value;
    case 'definitions':
    case 'map':
    case 'patterns':
      return isJsonObject(value) ? mapMembers(name, value, visit) : value;
  }
}

function mapList(name: string, list: readonly unknown[], visit: Visit): readonly unknown[] {
  return list.map((schema, index) => visit(schema, [name, index]));
}

/** `dependencies` holds lists of keys beside schemas. */
function mapMembers(name: string, members: object, visit: Visit): object {
  return Object.fromEntries(
    Object.entries(members).map(([key, schema]: [string, unknown]) => [
      key,
      name === 'dependencies' && isJsonArray(schema) ? schema : visit(schema, [name, key]),
    ]),
  );
}
