import type { Project } from '../../model/project/project';
import type { HeaderSetting } from '../../model/live/target';

/** Warns about each credential if no request in the manifest sends credentials. */
export function warnOfUnsent(
  headers: readonly HeaderSetting[] = [],
  { contracts }: Pick<Project, 'contracts'>,
  warn: (message: string) => void,
): void {
  if (contracts.some(({ live }) => live.some(({ token }) => token))) return;
  for (const { name, credential } of headers) {
    if (credential)
      warn(
        `${name} is a credential, but no request in the manifest has \`token: true\`, so it is never sent: add \`token: true\` to the requests that need it`,
      );
  }
}
