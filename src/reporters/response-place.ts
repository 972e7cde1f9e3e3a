import type { Finding, RelatedPlace } from '../model/findings/finding';
import { isResponseName } from '../model/documents/source';

/** Whether a finding is in a response, which is named by its URL, and not in a file. */
export function isInResponse({ file }: Pick<Finding, 'file'>): boolean {
  return isResponseName(file);
}

/** Whether a finding is about a whole response, and not about a line of it. */
export function isWholeResponse(place: Finding | RelatedPlace): boolean {
  return (
    isInResponse(place) && place.pointer === undefined && place.start.offset === 0 && place.end.offset === 0
  );
}
