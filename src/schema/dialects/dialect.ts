/**
 * The dialects of JSON Schema, oldest first. Swagger 2.0 and OpenAPI 3.0 are draft-04 with keywords of their own and without some of its
 * keywords. The last one is 2020-12 with the additional keywords of OpenAPI 3.1.
 */
export const DIALECTS = [
  'draft-04',
  'swagger-2.0',
  'openapi-3.0',
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
  'openapi-3.1',
] as const;

export type Dialect = (typeof DIALECTS)[number];

/** The dialect of a schema that does not name one. */
export const DEFAULT_DIALECT: Dialect = '2020-12';

/** The dialect with this name; without one, the default. */
export function dialectNamed(name: string | undefined): Dialect {
  return DIALECTS.find((dialect) => dialect === name) ?? DEFAULT_DIALECT;
}

/** The dialect that a `$schema` names, with or without an empty fragment at the end. Undefined for an unknown name. */
export function parseDialect(uri: string): Dialect | undefined {
  const name = uri.replace(/#$/, '');
  const draft = /^https?:\/\/json-schema\.org\/(?:draft\/(2019-09|2020-12)|(draft-0[467]))\/schema$/.exec(
    name,
  );
  const found = draft?.[1] ?? draft?.[2];
  if (found !== undefined) return DIALECTS.find((dialect) => dialect === found);
  return /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\/[\w.-]+$/.test(name)
    ? 'openapi-3.1'
    : undefined;
}

const ORDER: ReadonlyMap<Dialect, number> = new Map(DIALECTS.map((dialect, index) => [dialect, index]));

/** Whether `a` came before `b`. */
export function isBefore(a: Dialect, b: Dialect): boolean {
  return (ORDER.get(a) ?? 0) < (ORDER.get(b) ?? 0);
}

/** Whether schemas of this dialect are part of OpenAPI documents. */
export function isOfOpenApi(dialect: string): boolean {
  return dialect === 'swagger-2.0' || dialect === 'openapi-3.0' || dialect === 'openapi-3.1';
}

/** Whether schemas of this dialect are as in draft-04: `exclusiveMinimum` is a boolean, and a schema never is. */
export function isLikeDraft04(dialect: string): boolean {
  return dialect === 'draft-04' || dialect === 'swagger-2.0' || dialect === 'openapi-3.0';
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['swagger-2.0', 'Swagger 2.0'],
  ['openapi-3.0', 'OpenAPI 3.0'],
  ['openapi-3.1', 'OpenAPI 3.1'],
]);

/** The name of a dialect in messages. */
export function dialectName(dialect: string): string {
  return NAMES.get(dialect) ?? dialect;
}
