import type { HeaderSetting } from '../model/target';
import { UsageError } from '../model/usage-error';
import { isSecretName } from './secrets/secret-name';
import { BLANK } from './secrets/shown-url';

const VARIABLE = /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g;

/** These say how a message is framed, which is the client's business. */
const CLIENTS_OWN = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** A header as `--header` spells it, with `$NAME` and `${NAME}` filled from the environment; UsageError where it is none. */
export function parseHeaderOption(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): HeaderSetting {
  const [, name = '', spelt = ''] = /^\s*([^:\s]+)\s*:(.*)$/s.exec(text) ?? [];
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
    // The text may be a bare token, so it is not repeated.
    throw new UsageError(
      "a header is spelt `Name: value`, such as `--header 'X-Auth-Token: $OS_TOKEN'`; this one has no name that a header may have",
    );
  }
  if (CLIENTS_OWN.has(name.toLowerCase())) {
    throw new UsageError(`the header \`${name}\` is set by the client itself: leave it out`);
  }
  const value = spelt.replaceAll(VARIABLE, (_, braced?: string, bare?: string) =>
    valueOf(braced ?? bare ?? '', env, name),
  );
  return headerSetting(name, value.trim(), spelt.trim());
}

function headerSetting(name: string, value: string, spelt: string): HeaderSetting {
  if (!/^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(value)) {
    throw new UsageError(
      `the value of the header \`${name}\` holds a line break or another character that no header may have`,
    );
  }
  const credential = isSecretName(name);
  const hasVariable = spelt.search(VARIABLE) !== -1;
  return { name, value, shown: hasVariable ? spelt : credential ? BLANK : value, credential };
}

function valueOf(
  variable: string,
  env: Readonly<Record<string, string | undefined>>,
  header: string,
): string {
  const value = env[variable];
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new UsageError(
    `the header \`${header}\` needs the environment variable \`${variable}\`, which is ${value === undefined ? 'not set' : 'empty'}: \`export ${variable}=…\` first, or leave the header out`,
  );
}
