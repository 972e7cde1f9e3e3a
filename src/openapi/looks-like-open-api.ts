/**
 * The version that an OpenAPI document states, anywhere in its text: `openapi: 3.0.3` at the start of a line, or `"swagger": "2.0"` in braces. In the middle
 * of a line, as in a comment, it states nothing. It need not be a known version.
 */
const STATED = /(?:^\uFEFF?[ \t]*|[{,]\s*)(["']?)(?:openapi|swagger)\1\s*:\s*["']?\d/m;

/** Whether a text may be an OpenAPI document, without parsing it. */
export function looksLikeOpenApi(text: string): boolean {
  return STATED.test(text);
}
