import { escapePattern } from '../../model/escape-pattern';
import type { HttpHeaders } from '../../model/live/exchange';
import type { HeaderSetting } from '../../model/live/target';
import { isSecretName } from './secret-name';

/** Headers that never hold a credential: `$VERSION` in one is not a secret, and rules check how the server echoes it. */
const PLAIN_NAME = /version$|^(accept(-.+)?|content-type|host|user-agent)$/i;

/** Shorter values of cookies, and of variables in headers that are no credentials, are often no secrets: `lang=en`. */
const SHORTEST_DOUBTFUL = 4;

/** Shorter values that a server sets are often no secrets. */
const SHORTEST_RECEIVED = 8;

/** The secrets in a header: its whole value, and the parts of it that a server may repeat on their own. */
export function secretsOfHeader({ name, value, shown, credential }: HeaderSetting): readonly string[] {
  if (!credential && (shown === value || PLAIN_NAME.test(name))) return [];
  const values = [value, ...filledIn(value, shown)];
  return credential ? [...values, ...partsOf(name, value)] : values.filter(hasAtLeast(SHORTEST_DOUBTFUL));
}

/** The secrets that a server sends in its own headers: session cookies and new tokens. A body may repeat them. */
export function secretsReceived(headers: HttpHeaders): readonly string[] {
  return headers
    .filter(([name]) => isSecretName(name))
    .flatMap(([name, value]) =>
      /cookie/i.test(name) ? [cookieValue(value.split(';', 1)[0] ?? '')] : [value],
    )
    .filter(hasAtLeast(SHORTEST_RECEIVED));
}

function hasAtLeast(least: number): (text: string) => boolean {
  return ({ length }) => length >= least;
}

function cookieValue(pair: string): string {
  return pair.slice(pair.indexOf('=') + 1).trim();
}

/** The values that the environment supplied for `$NAME`. */
function filledIn(value: string, shown: string): readonly string[] {
  const literals = shown.split(/\$(?:\{\w+\}|[A-Za-z_]\w*)/);
  const pattern = literals.map(escapePattern).join('(.+)');
  return new RegExp(`^${pattern}$`, 's').exec(value)?.slice(1) ?? [];
}

function partsOf(name: string, value: string): readonly string[] {
  if (/cookie/i.test(name)) return value.split(';').map(cookieValue).filter(hasAtLeast(SHORTEST_DOUBTFUL));
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic') return [credentials];
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  return [credentials, password];
}
