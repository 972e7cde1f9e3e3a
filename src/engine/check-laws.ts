import type { CheckResult } from '../model/findings/check-result';
import type { Fetched } from '../model/live/live';
import type { RuleLevel } from '../model/severity';
import { UsageError } from '../model/usage-error';
import { LIVE_SETTINGS, withService, type LiveOptions, type LiveSettings } from './fetch/connect';
import { fetchVersions } from './fetch/fetch-versions';
import {
  openVersionsDocuments,
  parseVersions,
  VERSIONS_TEXT,
  type VersionsText,
} from './open/open-versions-documents';
import { runPlan } from './pipeline';
import { planLaws } from './plan-laws';
import { listOf, made, oneWordOf, OPTION_KINDS, type OptionKinds } from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';
import { RULE_LEVELS_BY_ID } from './options/rule-levels';
import { VERSIONS_GROUPINGS, type VersionsGrouping } from './subjects/versions-sets';

/** Which versions documents to check, and what is known about them. */
export interface LawsOptions {
  /** The working folder: `paths` and the paths in findings are relative to it. Default: the process's. */
  readonly cwd?: string;
  /** Files, and folders with such files. */
  readonly paths?: readonly string[];
  /** Documents in memory. */
  readonly documents?: readonly VersionsText[];
  /** Live services: the document at each URL is checked, and the documents that its self links lead to. */
  readonly urls?: readonly string[];
  /** How to connect to the services. */
  readonly live?: LiveSettings;
  /** The newest microversion that the code offers, such as `2.61`: the documents must state it. */
  readonly newest?: string;
  /** The service type; for `compute`, the laws of Compute's own documents apply too. Default: read from the media types. */
  readonly service?: string;
  /** Which documents are compared with each other. Default: by-home if `paths` are only files, otherwise by-folder. */
  readonly grouping?: VersionsGrouping;
  /** The severity of each rule's findings, or `off`, by rule id. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Interrupts running requests. Answers received by then are checked. */
  readonly signal?: AbortSignal;
}

const OPTIONS: OptionKinds<LawsOptions> = {
  cwd: OPTION_KINDS.text,
  paths: listOf(OPTION_KINDS.text),
  documents: listOf(VERSIONS_TEXT),
  urls: listOf(OPTION_KINDS.text),
  live: LIVE_SETTINGS,
  newest: OPTION_KINDS.anyText,
  service: OPTION_KINDS.text,
  grouping: oneWordOf(VERSIONS_GROUPINGS),
  rules: RULE_LEVELS_BY_ID,
  signal: made<AbortSignal>(),
};

/**
 * Checks versions documents against the laws, and those of one service against each other. Needs no manifest. Throws a UsageError if there
 * is no document, a file cannot be read, or `newest` is not a microversion.
 */
export async function checkLaws(options: LawsOptions): Promise<CheckResult> {
  refuseWrongOptions(options, OPTIONS, '`checkLaws`');
  const { cwd = process.cwd(), paths = [], documents = [], urls = [], live, newest, service } = options;
  if (paths.length + documents.length + urls.length === 0)
    throw new UsageError('nothing was checked: pass versions documents as `paths`, `documents` or `urls`');
  const opened = openVersionsDocuments(paths, cwd);
  const expected = {
    ...(newest === undefined ? {} : { newest }),
    ...(service === undefined ? {} : { service }),
  };
  const plan = planLaws([...documents.map(parseVersions), ...opened.documents], {
    cwd,
    ...expected,
    grouping: options.grouping ?? (paths.length > 0 && !opened.hasFolder ? 'by-home' : 'by-folder'),
    ...(options.rules === undefined ? {} : { levels: options.rules }),
    notChecked: [
      {
        what: 'files that are not versions documents',
        one: 'file that is not a versions document',
        items: opened.skipped,
      },
    ],
    fetch: (signal) =>
      Promise.all(
        [...new Set(urls)].map((url) =>
          fetchLaws({ ...live, ...(newest === undefined ? {} : { newest }), url }, service, signal),
        ),
      ),
  });
  return runPlan(plan, options.signal);
}

/** Fetches the versions documents of one service, then closes its connections. */
export function fetchLaws(
  options: LiveOptions,
  service: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Fetched> {
  return withService(options, (live) => fetchVersions({ ...live, service }), signal);
}
