import { percentDecoded } from '../../model/percent-decoded';
import { BLANK } from './create-blanks';
import { isSecretName } from './secret-name';

/** A URL that is safe to show: without user information and fragment, and with secret query parameters blanked. */
export function shownUrl(url: URL): string {
  const search = url.search.replaceAll(/([?&])([^=&]*)=[^&]*/g, (whole, before: string, name: string) =>
    isSecretName(percentDecoded(name)) ? `${before}${name}=${BLANK}` : whole,
  );
  return `${url.origin}${url.pathname}${search}`;
}

/** A URL without user information and fragment. Its query may contain secrets, which are blanked when the result of the check is ready. */
export function withoutUserInfo(url: URL): string {
  return `${url.origin}${url.pathname}${url.search}`;
}

/** The secrets in a URL, decoded: the password (or the user name if there is none), and the secret query parameters. */
export function secretsOfUrl(url: URL): readonly string[] {
  const parameters =
    url.search === ''
      ? []
      : Array.from(url.searchParams).flatMap(([name, value]) => (isSecretName(name) ? [value] : []));
  if (url.username === '' && url.password === '') return parameters;
  return [
    percentDecoded(url.password === '' ? url.username : url.password),
    basicCredentials(url),
    ...parameters,
  ];
}

/** The user information of a URL, encoded for Basic authentication (RFC 7617). */
export function basicCredentials({ username, password }: URL): string {
  return Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`).toString('base64');
}
