import type { HttpHeaders } from '../../model/live/exchange';

/** A parsed Content-Type header. */
export interface ContentType {
  /** The header as sent. */
  readonly text: string;
  /** JSON, or a format built on it: `application/json`, `application/vnd.openstack.compute+json`. */
  readonly isJson: boolean;
  /** Without quotes. Undefined if the header has none. */
  readonly charset?: string;
}

/** The Content-Type of an answer. If there are several, the first that is not JSON. Undefined if there is none. */
export function contentTypeOf(headers: HttpHeaders): ContentType | undefined {
  const types = headers
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => read(value));
  return types.find(({ isJson }) => !isJson) ?? types[0];
}

function read(value: string): ContentType {
  const text = value.trim();
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";,]*)/i.exec(text) ?? [];
  return {
    text,
    isJson: /^application\/(?:[\w.-]+\+)?json\s*(?:[;,]|$)/i.test(text),
    ...(charset === undefined ? {} : { charset }),
  };
}
