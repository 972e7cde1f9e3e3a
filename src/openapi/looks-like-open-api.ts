/** The version that an OpenAPI document states, anywhere in its text: `openapi: 3.0.3`, `"swagger": "2.0"`. */
const STATED = /(?:^|[\s{,])(["']?)(?:openapi|swagger)\1\s*:\s*["']?[23]\.\d/;

/** Whether a text may be an OpenAPI document, without parsing it. */
export function looksLikeOpenApi(text: string): boolean {
  return STATED.test(text);
}
