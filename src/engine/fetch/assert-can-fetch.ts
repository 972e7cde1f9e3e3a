import type { Project } from '../../model/project/project';
import { isSafeMethod } from '../../model/live/exchange';
import { isUsableInPath, pathVariables, type Environment } from '../../model/path-variables';
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

/** Throws a UsageError that names the variables in the paths of requests that are not set. Requests that are not sent need none. */
export function assertPathsFilled({ contracts }: Pick<Project, 'contracts'>, env: Environment): void {
  const requests = contracts.flatMap(({ live }) => live.filter(({ method }) => isSafeMethod(method)));
  const mistakes = requests.flatMap(({ method, path }) =>
    pathVariables(path)
      .filter((name) => !isUsableInPath(env[name]))
      .map((name) => ({
        name,
        text: `the request \`${method} ${path}\` needs the environment variable \`${name}\`, which ${stateOf(env[name])}: \`export ${name}=…\` first`,
      })),
  );
  // One message per variable: many requests may need the same.
  const first = new Map(mistakes.toReversed().map(({ name, text }) => [name, text]));
  if (first.size > 0) throw new UsageError([...first.values()].toReversed().join('\n'));
}

function stateOf(value: string | undefined): string {
  if (value === undefined) return 'is not set';
  return value.trim() === '' ? 'is empty' : `is \`${value.trim()}\`, which changes the path`;
}
