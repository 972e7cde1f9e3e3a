import type { JsonPointer } from '../model/json/json-pointer';
import { runBounded } from './run-bounded';

/** A value that a JSONPath query selected, and its location. */
interface JsonPathMatch {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** The matches in document order, or the mistake in the query. */
type JsonPathAnswer = { readonly matches: readonly JsonPathMatch[] } | { readonly mistake: string };

/** Runs a JSONPath query (RFC 9535), within a time limit in milliseconds. */
export function queryJsonPath(query: string, value: unknown, limit: number): JsonPathAnswer | 'timed-out' {
  return readsOnce(query) ? run(query, value) : runBounded(() => run(query, value), limit);
}

/** What is wrong with a query. */
export function mistakeInJsonPath(query: string): string | undefined {
  const answer = run(query, null);
  return 'mistake' in answer ? answer.mistake : undefined;
}

/**
 * Whether a query visits each value of a document at most once: then it ends, and needs no watchdog. Filters may have patterns. Several names or
 * `..` may select a value in several ways, and their numbers are multiplied.
 */
function readsOnce(query: string): boolean {
  return !/[?,]/.test(query) && query.split('..').length <= 2;
}

function run(query: string, value: unknown): JsonPathAnswer {
  // Loaded here because most runs have no query.
  const { JSONPathError, query: select } = require('json-p3') as typeof import('json-p3');
  try {
    const nodes = select(query, value as never);
    return {
      matches: nodes.nodes.map((node) => ({ pointer: node.toPointer().toString(), value: node.value })),
    };
  } catch (error) {
    if (error instanceof JSONPathError) return { mistake: error.message };
    throw error;
  }
}
