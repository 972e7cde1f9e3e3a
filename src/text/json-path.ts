import type { JsonPointer } from '../model/json-pointer';

/** A value that a JSONPath query selected, and its location. */
export interface JsonPathMatch {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** Runs a JSONPath query (RFC 9535). Returns the matches in document order, or the mistake in the query. */
export function queryJsonPath(
  query: string,
  value: unknown,
): { readonly matches: readonly JsonPathMatch[] } | { readonly mistake: string } {
  // Loaded here because most runs have no query.
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
