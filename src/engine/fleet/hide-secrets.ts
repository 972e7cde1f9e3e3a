import { isSecretName } from '../../live/secrets/secret-name';

/** What stands before an `@`, after the scheme where there is one. */
const USER_INFO = /(\w[\w+.-]*:\/\/)?([^\s"']+)(?=@)/g;

/** A key of a map or a parameter of a URL, up to its value. */
const KEY = /(?<name>[\w-]+)["']?\s*[:=]\s*/g;

/** A value in quotes, or all there is up to the next key, the end of the map or that of the line. */
const VALUE = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|.*?(?=\s*(?:,\s*["']?[\w-]+["']?\s*:|\},|\}[\s,}\]]*$|$))/my;

/**
 * A text of settings with what lets its bearer in blanked by as many `*`, so that its lines can be quoted and every place in it stays:
 * user information of URLs, and values under the names of secrets. A value that names a variable is no secret.
 */
export function hideSecrets(text: string): string {
  let hidden = text.replaceAll(
    USER_INFO,
    (_, scheme: string | undefined, info: string) => (scheme ?? '') + blank(info),
  );
  for (const { 0: key, index, groups } of hidden.matchAll(KEY)) {
    // `key:` names a file.
    if (groups?.['name'] === 'key' || !isSecretName(groups?.['name'] ?? '')) continue;
    VALUE.lastIndex = index + key.length;
    const [value = ''] = VALUE.exec(hidden) ?? [];
    if (/^[^,]*\$\{?\w/.test(value)) continue;
    const end = index + key.length;
    hidden = hidden.slice(0, end) + blank(value) + hidden.slice(end + value.length);
  }
  return hidden;
}

function blank(secret: string): string {
  return '*'.repeat(secret.length);
}
