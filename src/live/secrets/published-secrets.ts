import { percentDecoded } from '../../model/percent-decoded';
import { isSecretName } from './secret-name';

/** The user information of a URL, up to the last `@` of the authority. JSON may escape the slashes. */
const USER_INFO = /:(?:\\?\/){2}(?<secret>[^\s"'`<>\\/?#]*)@/g;

/** A query parameter, its value without what ends it in JSON and HTML. */
const PARAMETER = /(?:[?&;#]|\\u0026)(?<name>[^\s"'`<>\\=&?;#]{1,64})=(?<secret>[^\s"'`<>\\&;#]+)/g;

/** A secret in a URL that a text contains. */
interface PublishedSecret {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'user-info' | 'parameter';
}

/** The secrets that a text itself shows: user information in URLs, and query parameters with the names of secrets. */
export function publishedIn(text: string): readonly PublishedSecret[] {
  return [
    ...(text.includes('@') ? found(text, USER_INFO, 'user-info') : []),
    ...(text.includes('=') ? found(text, PARAMETER, 'parameter') : []),
  ];
}

/** Where a secret ends, counted from the end of what its pattern matches: computed, as a regular expression with indices takes twice as long. */
const AFTER_SECRET: Readonly<Record<PublishedSecret['kind'], number>> = {
  'user-info': '@'.length,
  parameter: 0,
};

function found(text: string, pattern: RegExp, kind: PublishedSecret['kind']): readonly PublishedSecret[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: whole, index, groups }) => {
    const { name, secret = '' } = groups ?? {};
    if (secret === '' || (name !== undefined && !isSecretName(percentDecoded(name)))) return [];
    const end = index + whole.length - AFTER_SECRET[kind];
    return [{ start: end - secret.length, end, text: secret, kind }];
  });
}

/** Shorter values of parameters are often no secrets: `?key=name`. */
const SHORTEST_VALUE = 8;

/** Shorter passwords are blanked in the URL only. */
const SHORTEST_PASSWORD = 4;

/** Longer ones are no tokens, and would take long to find. */
const LONGEST = 8192;

/** Those secrets decoded, to find them where they are repeated outside of the URL. */
export function secretsPublishedIn(text: string): readonly string[] {
  return publishedIn(text).flatMap(({ text: written, kind }) => {
    if (written.length > LONGEST) return [];
    if (kind === 'parameter') return written.length < SHORTEST_VALUE ? [] : [percentDecoded(written)];
    const colon = written.indexOf(':');
    const password = percentDecoded(written.slice(colon + 1));
    return colon === -1 || password.length < SHORTEST_PASSWORD ? [] : [password, percentDecoded(written)];
  });
}
