import type { Finding } from '../model/finding';
import type { Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { collectFleet } from './hosts/collect-fleet';
import { omittedFromRepository } from './hosts/omitted-from-repository';
import { plainMessage } from './hosts/plain-message';
import { repositoryPlace } from './hosts/repository-place';
import type { Reporter } from './reporter';
import { visibleJson } from './visible-text';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** GitLab's code quality report, which a merge request shows next to the changed lines. */
export const reportGitlab: Reporter = {
  summary: 'a code quality report of GitLab, for merge requests',
  namesRepositoryFiles: true,
  report: ({ findings }, options) => gitlabText(findings, options),
  stream: (write, options) => collectFleet(write, ({ findings }) => gitlabText(findings, options)),
  omitted: (findings) => omittedFromRepository(findings),
};

function gitlabText(findings: readonly Finding[], working: Partial<WorkingFolder>): string {
  const counts = new Map<string, number>();
  const issues = findings.flatMap((finding) => {
    const place = repositoryPlace(finding, working);
    if (place === undefined) return [];
    const { ruleId, severity, fingerprint } = finding;
    // GitLab ignores a second issue with a known fingerprint: services may differ from one sample in the same way.
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return [
      {
        description: plainMessage(finding),
        check_name: ruleId,
        fingerprint: count === 1 ? fingerprint : `${fingerprint}+${count}`,
        severity: LEVELS[severity],
        location: { path: place.path, lines: { begin: place.start.line, end: place.end.line } },
      },
    ];
  });
  return `${visibleJson(JSON.stringify(issues, undefined, 2))}\n`;
}
