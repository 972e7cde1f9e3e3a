/** A live service that is checked. */
export interface Target {
  /** What summaries call it; the URL where it has no other name. Documents of one target are of one origin. */
  readonly name: string;
  /** The base URL, absolute, without user information, ending in `/`: paths of live requests are below it. */
  readonly url: string;
}

/** A header to send with requests. */
export interface HeaderSetting {
  readonly name: string;
  readonly value: string;
  /** The value as users may see it: as they spelt it (`$OS_TOKEN`), never what it stands for. */
  readonly shown: string;
  /** Whether it is a credential, so that it goes only with requests that ask for it. */
  readonly credential: boolean;
}
