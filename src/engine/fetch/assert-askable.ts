import type { Project } from '../../model/project';
import { UsageError } from '../../model/usage-error';

/**
 * Throws a UsageError where a live run would be green on nothing: the manifest has no request to make, or PATHs leave the responses
 * out, which lie at none.
 */
export function assertAskable(
  { manifest, contracts }: Pick<Project, 'manifest' | 'contracts'>,
  paths: readonly string[] = [],
): void {
  if (contracts.every(({ live }) => live.length === 0)) {
    throw new UsageError(
      `no contract of \`${manifest.name}\` has a \`live:\` request, so there is nothing to ask a service: add one, such as \`live: { request: GET / }\``,
    );
  }
  if (paths.length > 0) {
    throw new UsageError(
      `a live service is checked as a whole, not at PATHs: leave \`${paths.join(' ')}\` out, or the service`,
    );
  }
}
