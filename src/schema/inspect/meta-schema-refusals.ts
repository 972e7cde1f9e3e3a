import { exactValueOf } from '../../model/documents/document';
import { childPointer, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { SchemaVerdict } from '../../model/schemas/validation';
import { causesOf, type Cause } from '../explain/causes';
import { placeInSchema, type SchemaNode } from '../link/schema-node';

type Refusal = Extract<SchemaProblem, { kind: 'refused-by-meta-schema' }>;

/**
 * The schemas that their own meta-schemas, which are files of the project, do not accept. `nodes` are all nodes of a schema, `problems` what is
 * known to be wrong with it, and `verdictOf` validates a value against a meta-schema.
 */
export function metaSchemaRefusals(
  nodes: readonly SchemaNode[],
  problems: readonly SchemaProblem[],
  verdictOf: (metaSchema: SchemaNode, schema: unknown) => SchemaVerdict,
): readonly SchemaProblem[] {
  const described = new Map(
    nodes.flatMap(({ file, links }) =>
      links.flatMap(({ describes, to }) =>
        describes === undefined
          ? []
          : [[`${to.key} ${file.file}#${describes}`, { file, pointer: describes, to }] as const],
      ),
    ),
  );
  // A schema is described together with the schemas around it.
  const outermost = [...described.values()].filter(
    ({ file, pointer, to }) =>
      !ancestorsOf(pointer).some((outer) => described.has(`${to.key} ${file.file}#${outer}`)),
  );
  return outermost.flatMap(({ file, pointer, to }): readonly Refusal[] => {
    const outcome = outcomeOf(verdictOf(to, valueAt(exactValueOf(file), pointer)));
    if (outcome === undefined) return [];
    const place = placeInSchema(file, pointer, 'opening');
    const metaSchema = to.file.source.name;
    const reported = problems.flatMap((problem) => reportedIn(problem, file.source.name));
    return [{ kind: 'refused-by-meta-schema', metaSchema, ...outcome, pointer, reported, place }];
  });
}

/** The pointers to everything around a value. */
function ancestorsOf(pointer: JsonPointer): readonly JsonPointer[] {
  return [...pointer.matchAll(/\//g)].map(({ index }) => pointer.slice(0, index));
}

/** Undefined where nothing is wrong with the schema; what makes a meta-schema unusable is reported there. */
function outcomeOf(verdict: SchemaVerdict): Pick<Refusal, 'violations' | 'failure'> | undefined {
  switch (verdict.kind) {
    case 'checked':
      return verdict.violations.length === 0 ? undefined : { violations: verdict.violations };
    case 'timed-out':
      return { violations: [], failure: { limit: verdict.limit } };
    case 'unusable-schema':
      return verdict.reason === undefined
        ? undefined
        : { violations: [], failure: { reason: verdict.reason } };
  }
}

function reportedIn(problem: SchemaProblem, file: string): readonly JsonPointer[] {
  const { place } = problem;
  if (place.file !== file || !('pointer' in place) || place.pointer === undefined) return [];
  switch (problem.kind) {
    case 'invalid-keyword': {
      const own = problem.keyword === undefined ? '' : childPointer('', problem.keyword);
      const at = place.pointer.lastIndexOf(own);
      return [at === -1 ? place.pointer : place.pointer.slice(0, at + own.length)];
    }
    case 'malformed-pattern':
    case 'needless-escapes':
    case 'raw-space':
    case 'dangling-reference':
    case 'remote-reference':
    case 'unknown-dialect':
      return [place.pointer];
    default:
      return [];
  }
}

/** The problems without unknown keywords that a meta-schema refuses as properties: that says more. */
export function withoutRefused(
  problems: readonly SchemaProblem[],
  refusals: readonly SchemaProblem[],
): readonly SchemaProblem[] {
  const refused = new Set(
    refusals.flatMap((refusal) =>
      refusal.kind === 'refused-by-meta-schema'
        ? causesOfRefusal(refusal).flatMap(({ token, pointer }) =>
            token === 'key' ? [`${refusal.place.file}#${pointer}`] : [],
          )
        : [],
    ),
  );
  return problems.filter(
    ({ kind, place }) =>
      kind !== 'unknown-keyword' ||
      !('pointer' in place) ||
      !refused.has(`${place.file}#${place.pointer ?? ''}`),
  );
}

/** What is wrong with a schema by its meta-schema, without what the standard meta-schemas and other problems say. */
export function causesOfRefusal({ violations, pointer, reported }: Refusal): readonly Cause[] {
  return causesOf(violations).flatMap((cause) => {
    const at = pointer + cause.pointer;
    const isReported = reported.some((known) => at === known || at.startsWith(`${known}/`));
    const isStandard = /^https?:\/\/json-schema\.org\//.test(cause.violation.keywordLocation);
    return isReported || isStandard ? [] : [{ ...cause, pointer: at }];
  });
}
