import type { RelatedPlace } from '../../model/findings/finding';
import type { TextRange } from '../../model/documents/place';
import { isFileName } from '../../model/documents/source';
import { pathBelowTop, type WorkingFolder } from '../../model/working-folder';
import type { PlacedFinding } from '../reporter';
import { isInResponse } from '../response-place';

/** Where hosts of repositories show a finding: a file below the top of the repository. */
export interface RepositoryPlace extends TextRange {
  readonly path: string;
}

/**
 * The place of a finding in the repository: of one in a response, the line that names the request in the manifest, or the service in the targets
 * file. Undefined where nothing in the repository names it.
 */
export function repositoryPlace(
  finding: PlacedFinding,
  working: Partial<WorkingFolder> = {},
): RepositoryPlace | undefined {
  const place = isInResponse(finding) ? finding.requestedAt : finding;
  return place === undefined || !isFileName(place.file)
    ? undefined
    : { path: pathBelowTop(place.file, working), start: place.start, end: place.end };
}

/** The same with its file from the top of the repository; what is in no file as it is. */
export function inRepository<Place extends { readonly file: string }>(
  place: Place,
  working: Partial<WorkingFolder>,
): Place {
  return { ...place, file: pathIfFile(place.file, working) ?? place.file };
}

/** A file from the top of the repository; undefined for anything else. */
export function pathIfFile(name: string, working: Partial<WorkingFolder>): string | undefined {
  return isFileName(name) ? pathBelowTop(name, working) : undefined;
}

/** The path of a related place; undefined for one in a response or in another commit. */
export function repositoryPath(
  { file, commit }: RelatedPlace,
  working: Partial<WorkingFolder>,
): string | undefined {
  return commit === undefined ? pathIfFile(file, working) : undefined;
}
