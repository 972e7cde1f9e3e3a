import type { HeaderSetting } from '../../model/target';
import { escapePattern } from '../../model/escape-pattern';

/** Headers that never hold a credential: `$VERSION` in one is not a secret, and rules check how the server echoes it. */
const PLAIN_NAME = /version$|^(accept(-.+)?|content-type|host|user-agent)$/i;

/** The secrets in a header: its whole value, and the parts of it that a server may repeat on their own. */
export function secretsOfHeader({ name, value, shown, credential }: HeaderSetting): readonly string[] {
  if (!credential && (shown === value || PLAIN_NAME.test(name))) return [];
  return [value, ...filledIn(value, shown), ...(credential ? partsOf(name, value) : [])];
}

/** The values that the environment supplied for `$NAME`. */
function filledIn(value: string, shown: string): readonly string[] {
  const literals = shown.split(/\$(?:\{\w+\}|[A-Za-z_]\w*)/);
  const pattern = literals.map(escapePattern).join('(.+)');
  return new RegExp(`^${pattern}$`, 's').exec(value)?.slice(1) ?? [];
}

function partsOf(name: string, value: string): readonly string[] {
  if (/cookie/i.test(name)) return value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic') return [credentials];
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  return [credentials, password];
}
