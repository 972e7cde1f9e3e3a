import { isJsonObject, member } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { memoizeObject } from '../../model/memoize';
import { eachSubschema } from '../dialects/map-subschemas';
import { isMeaningful } from '../dialects/known-annotations';
import { keywordOf } from '../dialects/keywords';
import type { SchemaNode } from '../link/schema-node';
import { matchesPattern } from '../patterns/pattern-reading';
import { runBounded } from '../../text/run-bounded';

/** The keywords that a meta-schema declares. */
interface DeclaredKeywords {
  readonly names: readonly string[];
  readonly isDeclared: (name: string) => boolean;
}

/**
 * The problems of a node without unknown keywords that the meta-schema of their schema declares. They assert nothing, as an annotation does, so a
 * keyword that asserts something in another dialect stays a problem.
 */
export function withoutDeclared({ problems, links }: SchemaNode): readonly SchemaProblem[] {
  if (!problems.some(({ kind }) => kind === 'unknown-keyword')) return problems;
  const described = links.flatMap(({ describes, to }) =>
    describes === undefined ? [] : [{ describes, to }],
  );
  if (described.length === 0) return problems;
  return problems.flatMap((problem) => {
    if (problem.kind !== 'unknown-keyword' || problem.turnedOff !== undefined) return [problem];
    const at = ('pointer' in problem.place ? problem.place.pointer : undefined) ?? '';
    const [around] = described
      .filter(({ describes }) => at.startsWith(`${describes}/`))
      .toSorted((a, b) => b.describes.length - a.describes.length);
    if (around === undefined) return [problem];
    const { names, isDeclared } = keywordsOf(around.to);
    if (isDeclared(problem.keyword) && !isMeaningful(problem.keyword)) return [];
    const like = problem.nearest ?? nearest(problem.keyword, names);
    return [like === undefined ? problem : { ...problem, nearest: like }];
  });
}

const keywordsOf = memoizeObject(readKeywords);

/** What applies to a schema as a whole declares its keywords: `properties` and `patternProperties`, also behind `$ref` and in `allOf`. */
function readKeywords(metaSchema: SchemaNode): DeclaredKeywords {
  const names = new Set<string>();
  const patterns = new Set<string>();
  const nodes = new Set([metaSchema]);
  for (const node of nodes) {
    for (const { to, inPlace } of node.links) if (inPlace) nodes.add(to);
    const schemas = new Set<unknown>([node.original]);
    for (const schema of schemas) {
      if (!isJsonObject(schema)) continue;
      for (const name of namesIn(member(schema, 'properties'))) names.add(name);
      for (const pattern of namesIn(member(schema, 'patternProperties'))) patterns.add(pattern);
      for (const [name, value] of Object.entries(schema)) {
        const keyword = keywordOf(name, node.dialect);
        if (keyword?.inPlace === true)
          eachSubschema(name, value, keyword.shape, (inner) => schemas.add(inner));
      }
    }
  }
  return {
    names: [...names],
    isDeclared: (name) => names.has(name) || [...patterns].some((pattern) => matches(pattern, name)),
  };
}

function namesIn(value: unknown): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

function matches(pattern: string, name: string): boolean {
  return runBounded(() => matchesPattern(pattern, name), PATTERN_TIME) === true;
}

/** How long a pattern may take, in milliseconds. */
const PATTERN_TIME = 1000;
