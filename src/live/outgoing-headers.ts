import type { HttpHeaders } from '../model/live/exchange';
import type { HeaderSetting } from '../model/live/target';
import type { ClientSettings, OutgoingRequest } from '../model/live/client';
import { BLANK } from './secrets/create-blanks';
import { secretsOfHeader } from './secrets/header-secrets';
import { isSecretName } from './secrets/secret-name';
import { basicCredentials } from './secrets/shown-url';

/** The headers of one request. */
export interface OutgoingHeaders {
  readonly sent: HttpHeaders;
  /** The same headers with secrets replaced, as reports show them. */
  readonly shown: HttpHeaders;
  /** All secrets to blank, including those this request does not send: a server may remember them from another one. */
  readonly secrets: readonly string[];
}

const defaults = (): readonly HeaderSetting[] => [
  plain('Accept', 'application/json'),
  plain('User-Agent', 'samplegate'),
];

/** The headers of a request. In order of precedence: its own, those of its target, those of the settings, the defaults. */
export function outgoingHeaders(
  request: OutgoingRequest,
  settings: ClientSettings,
  url: URL,
): OutgoingHeaders {
  const own = request.headers.map(([name, value]) => plain(name, value));
  const basic = basicOf(url);
  const always = [...own, ...basic];
  const all = [own, request.settings ?? [], settings.headers, basic, defaults()];
  const headers: HeaderSetting[] = [];
  for (const layer of all) {
    // A name may occur twice within a layer, and is then sent twice. Earlier layers win over later ones.
    const taken = new Set(headers.map(({ name }) => name.toLowerCase()));
    const free = layer.filter(({ name }) => !taken.has(name.toLowerCase()));
    headers.unshift(...free.filter((header) => isWanted(header, request, always)));
  }
  return {
    sent: headers.map(({ name, value }) => [name, value]),
    shown: headers.map(({ name, shown }) => [name, shown]),
    secrets: all.flat().flatMap(secretsOfHeader),
  };
}

/**
 * Proxy credentials are never sent to a service. Other credentials are sent only if the request asks for them, or has
 * them in its own headers or its URL.
 */
function isWanted(
  header: HeaderSetting,
  { token }: OutgoingRequest,
  always: readonly HeaderSetting[],
): boolean {
  if (header.name.toLowerCase() === 'proxy-authorization') return false;
  return token || !header.credential || always.includes(header);
}

function basicOf(url: URL): readonly HeaderSetting[] {
  if (url.username === '' && url.password === '') return [];
  return [plain('Authorization', `Basic ${basicCredentials(url)}`)];
}

function plain(name: string, value: string): HeaderSetting {
  const credential = isSecretName(name);
  return { name, value, shown: credential ? BLANK : value, credential };
}
