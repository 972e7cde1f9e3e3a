import { exactValueOf } from '../../model/documents/document';
import { pointerFrom, pointerTokens, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, member } from '../../model/json/json-value';
import type { Violation } from '../../model/schemas/violation';
import { keywordOf } from '../dialects/keywords';
import type { SchemaOrigin } from '../link/schema-node';

/** Why a `false` schema applied, where that is not simply the place that it describes. */
export interface FalseSchemaReason {
  /** The property that must not be present, for `dependentSchemas`. */
  readonly property?: string;
  readonly condition?: Violation['condition'];
}

/** Reads the keyword that contains a `false` schema. */
export function reasonForFalse(origin: SchemaOrigin | undefined): FalseSchemaReason {
  if (origin === undefined || origin.original !== false) return {};
  const root = exactValueOf(origin.file);
  const steps = stepsTo(origin);
  const { keyword, name, from = '' } = steps.at(-1) ?? {};
  if (name !== undefined && (keyword === 'dependentSchemas' || keyword === 'dependencies'))
    return { property: name };
  if (keyword === 'then') {
    const schemas = conditionsAt([from], root);
    return schemas.length === 0 ? {} : { condition: { schemas, holds: true } };
  }
  // Conditions are chained: the value may match any of them.
  const last = steps.findLastIndex((step) => step.keyword !== 'else' && step.keyword !== 'allOf');
  const chain = keyword === 'else' ? steps.slice(last + 1).filter((step) => step.keyword === 'else') : [];
  const schemas = conditionsAt(
    chain.map((step) => step.from),
    root,
  );
  return schemas.length === 0 ? {} : { condition: { schemas, holds: false } };
}

/** The objects in `if` of the schemas at these pointers. */
function conditionsAt(pointers: readonly JsonPointer[], root: unknown): readonly object[] {
  return pointers.map((pointer) => member(Object(valueAt(root, pointer)), 'if')).filter(isJsonObject);
}

/** A keyword on the way to a schema, and the name or index below it. `from` is the schema that has the keyword. */
interface KeywordStep {
  readonly from: JsonPointer;
  readonly keyword: string;
  readonly name?: string;
}

/** The keywords on the way to a schema, outermost first: a property may have the name of a keyword. */
function stepsTo({ pointer, dialect }: SchemaOrigin): readonly KeywordStep[] {
  const steps: KeywordStep[] = [];
  const tokens = [...pointerTokens(pointer)];
  let from = '';
  for (let keyword = tokens.shift(); keyword !== undefined; keyword = tokens.shift()) {
    const shape = keywordOf(keyword, dialect)?.shape;
    const hasName = shape === 'map' || shape === 'patterns' || shape === 'definitions' || shape === 'list';
    const name = hasName ? tokens.shift() : undefined;
    steps.push({ from, keyword, ...(name === undefined ? {} : { name }) });
    from = pointerFrom(name === undefined ? [keyword] : [keyword, name], from);
  }
  return steps;
}
