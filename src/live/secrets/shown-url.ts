import { isSecretName } from './secret-name';

/** What stands where a secret was left out. */
export const BLANK = '***';

/** A URL as users may see it: no user information, no fragment, and the values of secret query parameters left out. */
export function shownUrl(url: URL): string {
  const search = url.search.replaceAll(/([?&])([^=&]*)=[^&]*/g, (whole, before: string, name: string) =>
    isSecretName(decoded(name)) ? `${before}${name}=${BLANK}` : whole,
  );
  return `${url.origin}${url.pathname}${search}`;
}

/** The secrets that a URL holds, decoded: a password, or a user name without one, and values of secret parameters. */
export function secretsOfUrl(url: URL): readonly string[] {
  const parameters = Array.from(url.searchParams).flatMap(([name, value]) =>
    isSecretName(name) ? [value] : [],
  );
  if (url.username === '' && url.password === '') return parameters;
  return [decoded(url.password === '' ? url.username : url.password), basicCredentials(url), ...parameters];
}

/** User information as Basic authorization wants it (RFC 7617). */
export function basicCredentials({ username, password }: URL): string {
  return Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
