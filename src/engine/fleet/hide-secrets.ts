import { isSecretName } from '../../live/secrets/secret-name';
import type { Source } from '../../model/documents/source';
import { childPointer } from '../../model/json/json-pointer';
import type { Violation } from '../../model/schemas/violation';

/** What may be a URL. A single expression for its user information would take quadratic time in a long text without `@`. */
const WORD = /[^\s"']+/g;

const SCHEME = /^\w[\w+.-]*:\/\/(?=.)/;

/** A property or a parameter of a URL, up to its value. */
const PROPERTY = /(?<![\w-])(?<name>[\w-]+)["']?\s*[:=]\s*/g;

/** A value in quotes, or the text up to the next property, the end of the object or the end of the line. */
const VALUE = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|.*?(?=\s*(?:,\s*["']?[\w-]+["']?\s*:|\},|\}[\s,}\]]*$|$))/my;

/**
 * Replaces every secret in a settings file, so that messages can quote its lines: user names and passwords in URLs, and values of
 * properties with the names of secrets. Each character becomes a `•`, so that places in the text stay valid. A value that refers to an
 * environment variable is not a secret.
 */
export function hideSecrets(text: string): string {
  let hidden = text.replaceAll(WORD, hideUserInfo);
  for (const { 0: property, index, groups } of hidden.matchAll(PROPERTY)) {
    const name = groups?.['name'] ?? '';
    if (!isSecretName(name) && name !== 'headers') continue;
    VALUE.lastIndex = index + property.length;
    const [value = ''] = VALUE.exec(hidden) ?? [];
    // `key:` is the path of a file, and `headers:` an object: a text in their place is a mistake, and may be a secret.
    if (name === 'key' && !value.includes('-----BEGIN ')) continue;
    if (name === 'headers' && (property.includes('\n') || /^[[{&*|>]/.test(value))) continue;
    if (/^[^,]*\$\{?\w/.test(value)) continue;
    const end = index + property.length;
    hidden = hidden.slice(0, end) + blank(value) + hidden.slice(end + value.length);
  }
  return hidden;
}

/** The text of a settings file, with the values of all unknown properties blanked: they may be misspelt `headers`, or a header in the wrong place. */
export function hideUnknown({ name, text, locate }: Source, violations: readonly Violation[]): string {
  const unknown = violations.flatMap(({ keyword, instanceLocation, property }) =>
    keyword === 'additionalProperties' && property !== undefined
      ? [{ file: name, pointer: childPointer(instanceLocation, property), token: 'value' } as const]
      : [],
  );
  return locate(unknown).reduce(
    (hidden, { start, end }) =>
      hidden.slice(0, start.offset) +
      hidden.slice(start.offset, end.offset).replaceAll(/\S/g, '•') +
      hidden.slice(end.offset),
    text,
  );
}

/** Blanks the text before the last `@`; a scheme stays. */
function hideUserInfo(word: string): string {
  const end = word.lastIndexOf('@');
  if (end <= 0) return word;
  const [scheme = ''] = SCHEME.exec(word.slice(0, end)) ?? [];
  return scheme + blank(word.slice(scheme.length, end)) + word.slice(end);
}

function blank(secret: string): string {
  return '•'.repeat(secret.length);
}
