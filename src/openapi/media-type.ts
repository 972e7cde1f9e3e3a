/**
 * How the examples of a media type are checked: as JSON, as a sequence of lines or events, only if they are written as values and not as text, or
 * not at all.
 */
export type MediaTypeForm = 'json' | 'lines' | 'events' | 'value' | 'text';

/**
 * The form of a media type or a range of them (RFC 9110, 8.3.1; structured suffixes: RFC 6839). The content of forms is text, but the
 * specification describes it with schemas of values, and so do examples that are objects.
 */
export function mediaTypeForm(mediaType: string): MediaTypeForm {
  const [essence = ''] = mediaType.toLowerCase().split(';');
  const type = essence.trim();
  // `text/json` is a JSON MIME type, too (WHATWG MIME Sniffing, 4.6).
  if (/^(?:application|text)\/json$|\+json$/.test(type)) return 'json';
  if (/^application\/(?:jsonl|x-ndjson|x-jsonlines|json-seq)$|\+json-seq$/.test(type)) return 'lines';
  if (type === 'text/event-stream') return 'events';
  if (/\*|^application\/x-www-form-urlencoded$|^multipart\//.test(type)) return 'value';
  return 'text';
}

/** What the examples of a media type are called where they are not checked. */
export function notJudgedAs(mediaType: string): string {
  const [essence = ''] = mediaType.toLowerCase().split(';');
  const type = essence.trim();
  return UNREAD.find(([pattern]) => pattern.test(type))?.[1] ?? 'non-JSON';
}

/** Only text is left of what a range of media types describes: other values are checked. */
const UNREAD: readonly (readonly [type: RegExp, what: string])[] = [
  [/[/+]xml$/, 'XML'],
  [/[/+](?:x-)?ya?ml$/, 'YAML'],
  [/form-urlencoded$|^multipart\//, 'form'],
  [/^text\/|\*|^application\/(?:jsonl|x-ndjson|x-jsonlines|json-seq)$|\+json-seq$/, 'text'],
  [/^(?:image|audio|video|font)\//, 'binary'],
  [/^application\/(?:octet-stream|pdf|zip|gzip|x-tar|protobuf|x-protobuf|msgpack|x-msgpack|cbor)$/, 'binary'],
];
