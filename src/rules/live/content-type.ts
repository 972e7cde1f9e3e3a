import type { HttpHeaders } from '../../model/exchange';

/** What a Content-Type header says. */
export interface ContentType {
  /** As it was sent. */
  readonly text: string;
  /** JSON, or a format built on it: `application/json`, `application/vnd.openstack.compute+json`. */
  readonly isJson: boolean;
  /** Without quotes; undefined where the header names none. */
  readonly charset?: string;
}

/** The Content-Type of an answer; of several that do not agree, the first that is not JSON. Undefined where there is none. */
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
