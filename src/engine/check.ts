import { resolve } from 'node:path';

import type { CheckResult } from '../model/findings/check-result';
import type { Project } from '../model/project/project';
import type { Scope, Shard } from '../model/project/scope';
import { isAtLeast, SEVERITIES, type Severity } from '../model/severity';
import { UsageError } from '../model/usage-error';
import { createRepositoryPaths } from '../project/disk/folder-in-repository';
import { buildId } from '../project/shipped/package-root';
import { filesRead } from '../project/disk/recorded-looks';
import { openResultStore } from '../project/cache/result-store';
import type { Tree } from '../project/tree/tree';
import { assertCanFetch, assertPathsFilled } from './fetch/assert-can-fetch';
import { LIVE_SERVICE, pathEnvironment, withService, type LiveOptions } from './fetch/connect';
import { openChange, type BaseOptions, type OpenedChange } from './base/open-change';
import { fetchProject } from './fetch/fetch-project';
import { warnOfUnsent } from './fetch/unsent-credentials';
import { openForPaths, type PathsOptions } from './open-for-paths';
import { partScopes, type PartOptions } from './part/part-scope';
import { isWithoutManifest } from './open/open-documents';
import { openOneProject, openProjects } from './open/open-projects';
import { outcomeBy, type CheckOutcome, type OutcomeOptions } from './outcome';
import { selectSeverities } from './judge/select-severities';
import { runPlan } from './pipeline';
import type { Memory } from './kept/judgement';
import { reopenRun } from './kept/reopen-run';
import { planProject, type ProjectPlanOptions } from './plan-project';
import {
  aCall,
  either,
  listOf,
  made,
  needed,
  oneWordOf,
  OPTION_KINDS,
  optionsOf,
  type OptionKinds,
} from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';
import { openResultCache, type ResultCache } from './recall/result-cache';
import { mergeResults, type ManifestResult } from './several/merge-results';
import { sharePaths } from './several/share-paths';

/** What to check, and how. */
export interface CheckOptions extends PathsOptions, PartOptions, OutcomeOptions {
  /** A project that is already open: the manifest is not read again. */
  readonly project?: Project;
  /**
   * Files and folders, relative to the working folder. Everything is loaded, but only findings there, and on the samples that they bring, are
   * reported: a schema brings the samples that are checked against it. OpenAPI documents that no manifest uses are checked alone. Default: everything.
   */
  readonly paths?: readonly string[];
  /**
   * What the project is compared with: a branch, tag or commit, whose newest common commit with HEAD is the base, or `true` for the base that CI
   * names, else the default branch of the remote. Default: nothing is compared.
   */
  readonly base?: string | true;
  /** The environment variables in which CI names a base. Default: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with the base that is used, and why. */
  readonly onNote?: (message: string) => void;
  /** A live service whose responses are also checked. Default: none. */
  readonly live?: LiveOptions;
  /** The lowest severity of the findings in the result; that of `failOn`, if it is lower. Default: info, which is all of them. */
  readonly least?: Severity;
  /** Called with each setting or path that has no effect. */
  readonly onWarning?: (message: string) => void;
  /** Interrupts running live requests. Answers received by then are checked. */
  readonly signal?: AbortSignal;
  /** Whether the last result is reused while no input has changed (docs/adr/0011-kept-result.md). Default: false. */
  readonly cache?: boolean | CacheOptions;
  /** Remembers what this run finds out, so that the next one judges only what has changed (docs/adr/0020-one-change.md). Default: nothing is remembered. */
  readonly memory?: Memory;
}

const OPTIONS: OptionKinds<CheckOptions> = {
  cwd: OPTION_KINDS.text,
  manifest: either(OPTION_KINDS.text, listOf(OPTION_KINDS.text)),
  manifestText: OPTION_KINDS.anyText,
  project: made<Project>(),
  paths: listOf(OPTION_KINDS.text),
  document: either(OPTION_KINDS.anyText, OPTION_KINDS.bytes),
  noManifest: OPTION_KINDS.flag,
  changed: OPTION_KINDS.anyText,
  shard: optionsOf<Shard>({ index: needed(OPTION_KINDS.number), count: needed(OPTION_KINDS.number) }),
  base: either(OPTION_KINDS.anyText, OPTION_KINDS.yes),
  failOn: oneWordOf(SEVERITIES),
  least: oneWordOf(SEVERITIES),
  live: LIVE_SERVICE,
  cache: either(
    OPTION_KINDS.flag,
    optionsOf<CacheOptions>({ build: OPTION_KINDS.text, env: OPTION_KINDS.variables }),
  ),
  env: OPTION_KINDS.variables,
  signal: made<AbortSignal>(),
  onNote: aCall(),
  onWarning: aCall(),
  memory: made<Memory>(),
  tree: made<Tree>(),
};

/** Where results are cached, and which build of the code they come from. */
export interface CacheOptions {
  /** Identifies the build of the code: results of another build are ignored. Default: read from the installed files; without any, nothing is cached. */
  readonly build?: string;
  /** The environment variables that select the cache folder. Default: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Checks everything that a manifest names: the samples and, if `live` is set, the responses of a service. Throws a UsageError if it cannot
 * start: the manifest is wrong, a path does not exist, there is no live request to send, or options exclude each other.
 */
export async function check(options: CheckOptions = {}): Promise<CheckOutcome> {
  refuseWrongOptions(options, OPTIONS, '`check`');
  const { live } = options;
  const result = live === undefined ? await checkSamples(options) : await checkLive(options, live);
  return outcomeBy(options)(selectSeverities(result, leastOf(options)));
}

/** What fails a check is never left out. */
function leastOf({ failOn = 'error', least = 'info' }: CheckOptions): Severity {
  return isAtLeast(failOn, least) ? least : failOn;
}

/** With several manifests, each is checked by itself, and cross-document rules look only within one. */
async function checkSamples(options: CheckOptions): Promise<CheckResult> {
  const { cwd = process.cwd(), onWarning } = options;
  const memory = memoryOf(options);
  const reopened =
    memory === undefined ? undefined : reopenRun(memory, cwd, (tree) => openAgain(options, tree));
  if (reopened !== undefined)
    return runPlan(planProject(reopened.project, { cwd, kept: reopened.kept, least: leastOf(options) }));
  const { projects, paths } =
    options.project === undefined
      ? openForPaths(options)
      : { projects: [options.project], paths: options.paths ?? [] };
  const opened = filesRead();
  const [only] = projects;
  if (only !== undefined && projects.length === 1)
    return checkProject(only, paths, partScopes(projects, options)[0], {
      ...options,
      ...(memory === undefined || opened === undefined
        ? {}
        : { keep: { opened, least: leastOf(options), as: memory.keep } }),
    });
  const portable = createRepositoryPaths(cwd, projects[0]?.folders.project ?? cwd);
  const isPart = options.changed !== undefined || options.shard !== undefined;
  const shares = sharePaths(projects, paths, { cwd, isPart, onWarning });
  const scopes = partScopes(
    shares.map(({ project }) => project),
    options,
  );
  // All of them have one base.
  const notes = new Set<string>();
  const onNote = (note: string) => {
    if (!notes.has(note)) options.onNote?.(note);
    notes.add(note);
  };
  const results: ManifestResult[] = [];
  for (const [at, share] of shares.entries()) {
    const manifest = share.project.manifest.name;
    const result = await checkProject(share.project, share.paths, scopes[at], { ...options, onNote });
    results.push({ manifest, portable: portable(manifest), result });
  }
  return mergeResults(results);
}

/** Undefined for several projects, and for a mistake that is reported when everything is read. */
function openAgain(options: CheckOptions, tree: Tree): Project | undefined {
  try {
    const [only, ...others] = openProjects({ ...options, tree });
    return others.length === 0 ? only : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Runs with other options are judged as a whole. */
function memoryOf({
  memory,
  project,
  paths = [],
  document,
  noManifest,
  manifestText,
  changed,
  shard,
  base,
  tree,
}: CheckOptions): Memory | undefined {
  const isPlain = paths.length === 0 && noManifest !== true;
  const others = [project, document, manifestText, changed, shard, base, tree];
  return isPlain && others.every((option) => option === undefined) ? memory : undefined;
}

function checkProject(
  project: Project,
  paths: readonly string[],
  scope: Scope | undefined,
  options: CheckOptions & Pick<ProjectPlanOptions, 'keep'>,
): Promise<CheckResult> {
  const { base, cwd = process.cwd(), env = process.env, onWarning, keep } = options;
  const compared =
    base === undefined || scope?.change === false
      ? undefined
      : compare(project, { name: base === true ? undefined : base, cwd, env }, options);
  const cache =
    scope === undefined && compared === undefined ? openCache(project, options.cache, cwd) : undefined;
  return runPlan(
    planProject(compared?.project ?? project, {
      paths,
      cwd,
      ...(onWarning === undefined ? {} : { onWarning }),
      ...(scope === undefined ? {} : { scope }),
      // What is kept has all findings, for runs that show more of them.
      ...(cache !== undefined || keep !== undefined ? {} : { least: leastOf(options) }),
      ...(cache === undefined ? {} : { cache }),
      ...(compared === undefined ? {} : { base: compared }),
      ...(keep === undefined ? {} : { keep }),
    }),
  );
}

async function checkLive(options: CheckOptions, live: LiveOptions): Promise<CheckResult> {
  const { cwd = process.cwd(), changed, shard, paths = [], signal } = options;
  // A live run refuses PATHs, whatever they are.
  const project = options.project ?? openOneProject(options);
  assertCanFetch(project, paths);
  assertPathsFilled(project, pathEnvironment(live));
  if (options.onWarning !== undefined) warnOfUnsent(live.headers, project, options.onWarning);
  if (changed !== undefined || shard !== undefined)
    throw new UsageError(
      '`changed` and `shard` select samples, and a live service is always checked as a whole: omit `live`, or `changed` and `shard`',
    );
  if (options.base !== undefined)
    throw new UsageError(
      '`base` compares files in git, which a live service has none of: omit `live` or `base`',
    );
  return runPlan(
    planProject(project, {
      cwd,
      fetch: (ended) =>
        withService(
          { depth: project.limits.depth, ...live },
          (service) => fetchProject(project, service),
          ended,
        ),
      least: leastOf(options),
      ...(live.compare === undefined ? {} : { compare: live.compare }),
    }),
    signal,
  );
}

/** Opens the base of a project. Throws a UsageError for documents without a manifest. */
function compare(project: Project, base: BaseOptions, { onNote }: CheckOptions): OpenedChange {
  if (isWithoutManifest(project))
    throw new UsageError(
      '`--base` compares what a manifest names, and these documents are checked without one: omit `--base`',
    );
  const opened = openChange(project, base);
  onNote?.(opened.note);
  return opened;
}

function openCache(
  project: Project,
  cache: boolean | CacheOptions = false,
  cwd: string,
): ResultCache | undefined {
  if (cache === false) return undefined;
  const { build = buildId(), env = process.env } = cache === true ? {} : cache;
  if (build === undefined || env['SAMPLEGATE_CACHE'] === 'off') return undefined;
  return openResultCache(project, openResultStore(resolve(cwd, project.manifest.name), env), { build, cwd });
}
