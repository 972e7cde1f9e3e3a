/** A live service that is checked. */
export interface Target {
  /** The name in summaries; the URL where it has no other name. Documents of one target have the same origin. */
  readonly name: string;
  /** The base URL, absolute, without credentials, ending in `/`; paths of live requests are below it. */
  readonly url: string;
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
