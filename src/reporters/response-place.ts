import type { Finding, RelatedPlace } from '../model/finding';

/** Whether a finding lies in a response, which is named by its URL, and not in a file that can be opened. */
export function isInResponse({ file }: Finding | RelatedPlace): boolean {
  return /^https?:\/\//i.test(file);
}

/** Whether a finding is about a response as a whole, so that no line of it is meant. */
export function isWholeResponse(place: Finding | RelatedPlace): boolean {
  return (
    isInResponse(place) && place.pointer === undefined && place.start.offset === 0 && place.end.offset === 0
  );
}
