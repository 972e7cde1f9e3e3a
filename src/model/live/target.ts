/** A live service that is checked. */
export interface Target {
  /** The name in summaries; the URL where it has no other name. Documents of one target have the same origin. */
  readonly name: string;
  /** The base URL as it was typed, absolute, without credentials; paths of live requests are below it. */
  readonly url: string;
}

/** A base URL with a `/` at its end, to append paths to. */
export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** A header to send with requests. */
export interface HeaderSetting {
  readonly name: string;
  readonly value: string;
  /** The value as users may see it: as they wrote it (`$OS_TOKEN`), never with variables replaced. */
  readonly shown: string;
  /** Whether it is a credential, so that it is sent only with requests that ask for it. */
  readonly credential: boolean;
}
