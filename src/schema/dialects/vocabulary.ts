import { isJsonObject, member } from '../../model/json/json-value';
import { DIALECTS, isBefore, type Dialect } from './dialect';
import type { Keyword } from './keywords';

/** The vocabularies that a meta-schema turns on. */
export interface Vocabularies {
  /** The name of the meta-schema's file. */
  readonly metaSchema: string;
  readonly on: ReadonlySet<string>;
}

const STANDARD = /^https:\/\/json-schema\.org\/draft\/(2019-09|2020-12)\/vocab\/([a-z-]+)$/;
const OPEN_API = /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/vocab\/[\w.-]+$/;
const NAMES: ReadonlySet<string> = new Set([
  'core',
  'applicator',
  'unevaluated',
  'validation',
  'meta-data',
  'format',
  'format-annotation',
  'format-assertion',
  'content',
]);

/** The dialect that a standard vocabulary belongs to. */
export function dialectOfVocabulary(uri: string): Dialect | undefined {
  const [, dialect] = STANDARD.exec(uri) ?? [];
  return DIALECTS.find((each) => each === dialect);
}

/** What `$vocabulary` of a meta-schema says. */
export interface StatedVocabularies {
  readonly on: ReadonlySet<string>;
  readonly hasOpenApi: boolean;
  /** The first vocabulary that is required and not known: then no schema of this dialect may be used. */
  readonly unknown?: string;
}

/** Reads `$vocabulary`. Undefined where there is none, which means all vocabularies of the base dialect. */
export function statedVocabularies(metaSchema: unknown, base: Dialect): StatedVocabularies | undefined {
  const stated = isJsonObject(metaSchema) ? member(metaSchema, '$vocabulary') : undefined;
  if (!isJsonObject(stated) || isBefore(base, '2019-09')) return undefined;
  const uris = Object.keys(stated);
  const on = new Set(
    uris.flatMap((uri) => {
      const [, dialect, name = ''] = STANDARD.exec(uri) ?? [];
      return NAMES.has(name) && (dialect === base || base === 'openapi-3.1') ? [name] : [];
    }),
  );
  const unknown = uris.find(
    (uri) => stated[uri] === true && !OPEN_API.test(uri) && !NAMES.has(STANDARD.exec(uri)?.[2] ?? ''),
  );
  const hasOpenApi = uris.some((uri) => OPEN_API.test(uri));
  return { on, hasOpenApi, ...(unknown === undefined ? {} : { unknown }) };
}

/** The vocabulary of a keyword that these vocabularies turn off. Undefined where the keyword is on, or only an annotation. */
export function turnedOff(
  name: string,
  { shape }: Keyword,
  dialect: Dialect,
  { on }: Vocabularies,
): string | undefined {
  switch (shape) {
    case 'annotation':
    case 'definitions':
    case 'reference':
    case 'discriminator':
      return undefined;
    case 'value':
    case 'pattern':
      return on.has('validation') ? undefined : 'validation';
    case 'format':
      return [...on].some((vocabulary) => vocabulary.startsWith('format')) ? undefined : 'format';
    case 'schema':
    case 'list':
    case 'map':
    case 'patterns': {
      const vocabulary =
        name.startsWith('unevaluated') && dialect !== '2019-09' ? 'unevaluated' : 'applicator';
      return on.has(vocabulary) ? undefined : vocabulary;
    }
  }
}
