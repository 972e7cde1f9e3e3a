import { posix } from 'node:path';

import type { Finding, RelatedPlace } from '../../model/finding';
import type { TextRange } from '../../model/place';
import { isInResponse } from '../response-place';

/** Where hosts of repositories show a finding: a file below the top of the repository. */
export interface RepositoryPlace extends TextRange {
  readonly path: string;
}

/**
 * The place of a finding in the repository: of one in a response, the line of the manifest that names the request. Undefined where nothing in
 * the repository names it.
 */
export function repositoryPlace(finding: Finding, folder = '.'): RepositoryPlace | undefined {
  const place = isInResponse(finding) ? finding.requestedAt : finding;
  return place && { path: posix.join(folder, place.file), start: place.start, end: place.end };
}

/** The path of a related place; undefined for one in a response or in another commit. */
export function repositoryPath(place: RelatedPlace, folder = '.'): string | undefined {
  return isInResponse(place) || place.commit !== undefined ? undefined : posix.join(folder, place.file);
}
