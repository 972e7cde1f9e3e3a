import type { HeaderSetting } from '../model/live/target';
import { UsageError } from '../model/usage-error';
import { BLANK } from './secrets/create-blanks';
import { isSecretName } from './secrets/secret-name';

const VARIABLE = /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g;

/** Headers that frame the message or control the connection: the client sets them itself. */
const CLIENTS_OWN = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Parses the value of `--header`, with `$NAME` and `${NAME}` replaced from the environment; throws UsageError if it is invalid. */
export function parseHeaderOption(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): HeaderSetting {
  const [, name = '', template = ''] = /^\s*([^:\s]+)\s*:(.*)$/s.exec(text) ?? [];
  if (!isHeaderName(name)) {
    // The text may be a bare token, so the message does not repeat it.
    throw new UsageError(
      "the value of `--header` has no valid header name: write `Name: value`, such as `--header 'X-Auth-Token: $OS_TOKEN'`",
    );
  }
  return fillHeader(name, template, env);
}

/** Whether a text can be the name of a header. Source: RFC 9110 §5.6.2. */
export function isHeaderName(text: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(text);
}

/** A header with this name, and this value with `$NAME` and `${NAME}` replaced from the environment. Throws a UsageError if it cannot be sent. */
export function fillHeader(
  name: string,
  template: string,
  env: Readonly<Record<string, string | undefined>>,
): HeaderSetting {
  if (CLIENTS_OWN.has(name.toLowerCase())) {
    throw new UsageError(`the header \`${name}\` is set by Samplegate itself: omit it`);
  }
  const value = template.replaceAll(VARIABLE, (_, braced?: string, bare?: string) =>
    valueOf(braced ?? bare ?? '', env, name),
  );
  return headerSetting(name, value.trim(), template.trim());
}

function headerSetting(name: string, value: string, template: string): HeaderSetting {
  if (!/^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(value)) {
    throw new UsageError(
      `the value of the header \`${name}\` contains a line break or another character that is not allowed in a header`,
    );
  }
  const credential = isSecretName(name);
  const hasVariable = template.search(VARIABLE) !== -1;
  return { name, value, shown: hasVariable ? template : credential ? BLANK : value, credential };
}

function valueOf(
  variable: string,
  env: Readonly<Record<string, string | undefined>>,
  header: string,
): string {
  const value = env[variable];
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new UsageError(
    `the header \`${header}\` needs the environment variable \`${variable}\`, which is ${value === undefined ? 'not set' : 'empty'}: \`export ${variable}=…\` first, or omit the header`,
  );
}
