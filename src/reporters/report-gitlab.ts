import type { Finding } from '../model/findings/finding';
import type { Severity } from '../model/severity';
import type { WorkingFolder } from '../model/working-folder';
import { collectFleet } from './hosts/collect-fleet';
import { omittedFromRepository } from './hosts/omitted-from-repository';
import { plainMessage } from './hosts/plain-message';
import { repositoryPlace } from './hosts/repository-place';
import { jsonItem, jsonList } from './json/json-list';
import type { Reporter } from './reporter';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** GitLab's code quality report, which a merge request shows next to the changed lines. */
export const reportGitlab: Reporter = {
  summary: 'a code quality report of GitLab, for merge requests',
  namesRepositoryFiles: true,
  report: ({ findings }, options) => [...gitlabTexts(findings, options)].join(''),
  stream: (_write, options, spool) => collectFleet(spool, ({ findings }) => gitlabTexts(findings(), options)),
  countOmitted: () => omittedFromRepository(),
};

/** The text of the report, in pieces. */
function* gitlabTexts(findings: Iterable<Finding>, working: Partial<WorkingFolder>): Iterable<string> {
  yield* jsonList(issuesOf(findings, working), '');
  yield '\n';
}

function* issuesOf(findings: Iterable<Finding>, working: Partial<WorkingFolder>): Iterable<string> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const place = repositoryPlace(finding, working);
    if (place === undefined) continue;
    const { ruleId, severity, fingerprint } = finding;
    // GitLab ignores a second issue with a known fingerprint: services may differ from one sample in the same way.
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    const issue = {
      description: plainMessage(finding),
      check_name: ruleId,
      fingerprint: count === 1 ? fingerprint : `${fingerprint}+${count}`,
      severity: LEVELS[severity],
      location: { path: place.path, lines: { begin: place.start.line, end: place.end.line } },
    };
    yield jsonItem(issue, '');
  }
}
