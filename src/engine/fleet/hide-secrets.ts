import { isSecretName } from '../../live/secrets/secret-name';

/** The text before an `@`; after the scheme, if there is one. */
const USER_INFO = /(\w[\w+.-]*:\/\/)?([^\s"']+)(?=@)/g;

/** A property or a parameter of a URL, up to its value. */
const PROPERTY = /(?<name>[\w-]+)["']?\s*[:=]\s*/g;

/** A value in quotes, or the text up to the next property, the end of the object or the end of the line. */
const VALUE = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|.*?(?=\s*(?:,\s*["']?[\w-]+["']?\s*:|\},|\}[\s,}\]]*$|$))/my;

/**
 * Replaces every secret in a settings file, so that messages can quote its lines: user names and passwords in URLs, and values of
 * properties with the names of secrets. Each character becomes a `*`, so that places in the text stay valid. A value that refers to an
 * environment variable is not a secret.
 */
export function hideSecrets(text: string): string {
  let hidden = text.replaceAll(
    USER_INFO,
    (_, scheme: string | undefined, info: string) => (scheme ?? '') + blank(info),
  );
  for (const { 0: property, index, groups } of hidden.matchAll(PROPERTY)) {
    // `key:` is the path of a file.
    if (groups?.['name'] === 'key' || !isSecretName(groups?.['name'] ?? '')) continue;
    VALUE.lastIndex = index + property.length;
    const [value = ''] = VALUE.exec(hidden) ?? [];
    if (/^[^,]*\$\{?\w/.test(value)) continue;
    const end = index + property.length;
    hidden = hidden.slice(0, end) + blank(value) + hidden.slice(end + value.length);
  }
  return hidden;
}

function blank(secret: string): string {
  return '*'.repeat(secret.length);
}
