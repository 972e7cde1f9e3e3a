import { reportCtrf } from './report-ctrf';
import { reportGithub } from './report-github';
import { reportGitlab } from './report-gitlab';
import { reportHtml } from './report-html';
import { reportJson } from './report-json';
import { reportJunit } from './report-junit';
import { reportJunitXunit2 } from './report-junit-xunit2';
import { reportMarkdown } from './report-markdown';
import { reportNdjson } from './report-ndjson';
import { reportPretty } from './report-pretty';
import { reportSarif } from './report-sarif';
import type { Reporter } from './reporter';

const registry = {
  pretty: reportPretty,
  json: reportJson,
  ndjson: reportNdjson,
  junit: reportJunit,
  'junit:xunit2': reportJunitXunit2,
  ctrf: reportCtrf,
  github: reportGithub,
  gitlab: reportGitlab,
  sarif: reportSarif,
  markdown: reportMarkdown,
  html: reportHtml,
} as const satisfies Readonly<Record<string, Reporter>>;

/** The name of a report format, as `--format` takes it. */
export type ReportFormat = keyof typeof registry;

/** Every report format by its name; the first is the default. */
export const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = registry;

/** Whether there is a report format of this name. */
export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTERS, name);
}
