/** How the examples of a media type are checked: as JSON, only if they are written as values and not as text, or not at all. */
export type MediaTypeForm = 'json' | 'lines' | 'value' | 'text';

/**
 * The form of a media type or a range of them (RFC 9110, 8.3.1; structured suffixes: RFC 6839). The content of forms is text, but the
 * specification describes it with schemas of values, and so do examples that are objects.
 */
export function mediaTypeForm(mediaType: string): MediaTypeForm {
  const [essence = ''] = mediaType.toLowerCase().split(';');
  const type = essence.trim();
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (/^application\/(?:jsonl|x-ndjson|x-jsonlines|json-seq)$/.test(type)) return 'lines';
  if (/\*|^application\/x-www-form-urlencoded$|^multipart\/|^text\/event-stream$/.test(type)) return 'value';
  return 'text';
}

/** What a media type is called where its examples are not checked. */
export function notJudgedAs(mediaType: string): string {
  const type = mediaType.toLowerCase();
  if (/[/+]xml\b/.test(type)) return 'XML';
  if (type.startsWith('text/')) return 'text';
  if (/form-urlencoded|^multipart\//.test(type)) return 'form';
  return 'binary';
}
