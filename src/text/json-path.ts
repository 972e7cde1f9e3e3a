import type { JsonPointer } from '../model/json-pointer';

/** A value that a JSONPath query selected, and where it stands. */
export interface JsonPathMatch {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** What a JSONPath query (RFC 9535) selects, in document order; the query's own mistake when it has one. */
export function queryJsonPath(
  query: string,
  value: unknown,
): { readonly matches: readonly JsonPathMatch[] } | { readonly mistake: string } {
  // Loaded here because most runs ask no query.
  const { JSONPathError, query: run } = require('json-p3') as typeof import('json-p3');
  try {
    const nodes = run(query, value as never);
    return {
      matches: nodes.nodes.map((node) => ({ pointer: node.toPointer().toString(), value: node.value })),
    };
  } catch (error) {
    if (error instanceof JSONPathError) return { mistake: error.message };
    throw error;
  }
}
