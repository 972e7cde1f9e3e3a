import type { Project } from '../../model/project';
import { UsageError } from '../../model/usage-error';

/**
 * Throws a UsageError for a live run that would check no response and still pass: the manifest has no live request, or PATHs are given,
 * which exclude every response, as responses are not files.
 */
export function assertCanFetch(
  { manifest, contracts }: Pick<Project, 'manifest' | 'contracts'>,
  paths: readonly string[] = [],
): void {
  if (contracts.every(({ live }) => live.length === 0)) {
    throw new UsageError(
      `no contract in \`${manifest.name}\` has a \`live:\` request, so there is nothing to send to a service: add one, such as \`live: { request: GET / }\``,
    );
  }
  if (paths.length > 0) {
    throw new UsageError(
      `a live service is always checked as a whole, not at PATHs: omit \`${paths.join(' ')}\`, or the service`,
    );
  }
}
