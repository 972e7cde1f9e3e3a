import type { Change, CommittedState } from '../model/project/change';
import type { CompareMode } from '../model/contracts/compare-mode';
import type { OpenApiSummary } from '../model/findings/check-result';
import { usersOf, type Sample } from '../model/contracts/contract';
import { isParsed } from '../model/documents/document';
import type { Fetched } from '../model/live/live';
import type { Project } from '../model/project/project';
import type { Scope } from '../model/project/scope';
import { createRepositoryPaths } from '../project/disk/folder-in-repository';
import { laterSchemas, sampleUpToDate } from '../rules/contracts/sample-up-to-date';
import { declaredBreaksUsed } from '../rules/base/declared-breaks-used';
import { rulesLoosened } from '../rules/base/rules-loosened';
import type { Severity } from '../model/severity';
import type { SubjectLists } from '../rules/rule';
import { RULES } from '../rules/rule-registry';
import type { OpenedChange } from './base/open-change';
import { coverContracts } from './judge/cover-contracts';
import { createEvidence, type ExpectedQuestion } from './judge/evidence';
import { rulesOfProject } from './judge/rules-of-project';
import { schemaSetOf } from './judge/schema-set-of';
import { committedSources, sourcesOf } from './judge/sources';
import { createValueOf } from './judge/value-of';
import type { Judgement } from './kept/judgement';
import { keepJudgement } from './kept/keep-judgement';
import type { KeptRun } from './kept/reopen-run';
import { manifestAbove, notCheckedIn, notFollowed } from './judge/summarize';
import { wrongOnPurpose } from './judge/unjudged-samples';
import { selectPaths } from './part/select-paths';
import type { CheckPlan, Collected } from './pipeline';
import type { ResultCache } from './recall/result-cache';
import { lintSubjects } from './subjects/lint-subjects';
import { liveContextOf, withLive } from './subjects/live-subjects';
import { EVERYTHING } from './subjects/scopes';
import { namedIn } from './subjects/named-in';
import { NO_SUBJECTS, subjectsOf } from './subjects/subjects';

/** Which part of an open project is checked, and how. */
export interface ProjectPlanOptions {
  /** Default: every rule that the manifest does not turn off. */
  readonly rules?: typeof RULES;
  /** Sends the live requests to one service. Default: no requests are sent. */
  readonly fetch?: (signal?: AbortSignal) => Promise<Fetched>;
  /** How responses are compared with samples. Overrides the manifest. */
  readonly compare?: CompareMode;
  /** Whether the samples are checked, and not only the responses, as for each target of a fleet. Default: true. */
  readonly samples?: boolean;
  /** Whether a run over the whole project makes the matrix of contracts and microversions. Default: true. */
  readonly matrix?: boolean;
  /** The lowest severity of the findings that are shown. Default: info, which is all of them. */
  readonly least?: Severity;
  /** The name of the service in a run over several. Default: only one service is checked. */
  readonly target?: string;
  /** The part of the project that is checked. Default: all of it. */
  readonly scope?: Scope;
  /** What changed since a base. Default: nothing is compared. */
  readonly base?: OpenedChange;
  /** Files and folders: only findings there, and on the samples that they bring, are reported. Default: everything. */
  readonly paths?: readonly string[];
  /** The folder that `paths` are relative to. Default: the process's. */
  readonly cwd?: string;
  readonly cache?: ResultCache;
  /** What an earlier run has judged, where only what changed since is judged. Default: everything is judged. */
  readonly kept?: KeptRun;
  /** Gets what the next run may use of this one. Default: nothing is kept. */
  readonly keep?: {
    /** The absolute paths of the files that were read to open the project. */
    readonly opened: readonly string[];
    /** The lowest severity of the findings that runs of this command line show. */
    readonly least: Severity;
    readonly as: (judgement: Judgement) => void;
  };
  /** Called with the paths that bring nothing. */
  readonly onWarning?: (message: string) => void;
}

/** Plans the check of a project: its samples and, where requests are sent, the responses. */
export function planProject(project: Project, options: ProjectPlanOptions = {}): CheckPlan {
  const { cache, fetch, paths = [], cwd = process.cwd() } = options;
  return {
    ...(cache === undefined ? {} : { cache }),
    ...(fetch === undefined ? {} : { fetch: async (signal) => [await fetch(signal)] }),
    collect: ([fetched]) => collectProject(cache?.project ?? project, fetched, options),
    ...(paths.length === 0
      ? {}
      : {
          select: (result) =>
            selectPaths(result, {
              project,
              schemas: schemaSetOf(cache?.project ?? project),
              paths,
              cwd,
              isPart: options.scope !== undefined,
              onWarning: options.onWarning,
            }),
        }),
  };
}

function collectProject(
  project: Project,
  fetched: Fetched | undefined,
  options: ProjectPlanOptions,
): Collected {
  const {
    rules: known = RULES,
    samples = true,
    scope = EVERYTHING,
    compare,
    cache,
    least,
    target,
    base,
    paths = [],
    kept,
    keep,
  } = options;
  const schemas = kept?.schemas ?? schemaSetOf(project);
  const hasContracts =
    project.contracts.length > 0 || project.samples.some(({ nameless }) => nameless !== undefined);
  const change = scope.change ? base?.change : undefined;
  const isWhole = scope.part === undefined && paths.length === 0;
  // What is kept is the result of the whole project, from which PATHs select.
  const isKept = cache !== undefined && scope.part === undefined;
  const levels = levelsOf(project, change);
  // A part of a project may not have what a declared break is about.
  const active = rulesOfProject(project, known, levels, change);
  const rules = isWhole ? active : active.filter(({ id }) => id !== declaredBreaksUsed.id);
  const ofProject = samples
    ? {
        ...subjectsOf(project, schemas, scope),
        ...lintSubjects(project, schemas, rules, scope, kept?.subjects),
      }
    : NO_SUBJECTS;
  const found =
    fetched === undefined
      ? ofProject
      : withLive(ofProject, fetched, liveContextOf(project, fetched, compare));
  const subjects = {
    ...found,
    named: [namedIn(project, found, scope.part === undefined ? [] : project.samples)],
    change: change === undefined ? [] : [change],
  };
  const around = {
    sample: project.samples,
    operation: project.openApi.documents.flatMap(({ operations }) => operations),
  };
  const questions = [...expectedQuestions(subjects.sample), ...subjects['schema-example']];
  const evidence = createEvidence(
    schemas,
    {
      verdicts: questions,
      // Few samples are judged again, and these questions are answered one by one.
      refusals:
        rules.includes(sampleUpToDate) && kept === undefined
          ? subjects['sample-series'].flatMap(laterSchemas)
          : [],
      ...(kept === undefined ? {} : { known: kept.verdictOn }),
    },
    cache?.onTimeOut,
  );
  const contracts = project.contracts.filter(scope.contract);
  return {
    subjects,
    rules,
    levels,
    evidence,
    fetched: fetched === undefined ? [] : [fetched],
    ...(kept === undefined
      ? {}
      : {
          kept: {
            stepsOf: kept.stepsOf(subjects),
            settledAs: kept.settledAs,
            judgedBefore: kept.judgedBefore,
          },
        }),
    ...(keep === undefined
      ? {}
      : {
          keep: (run) => {
            const { cwd = process.cwd() } = options;
            const judgement = keepJudgement(
              { project, subjects, rules, schemas, evidence, questions, ...keep, cwd },
              run,
            );
            if (judgement !== undefined) keep.as(judgement);
          },
        }),
    sourcesOf: (reports) => {
      const sources = sourcesOf(project, reports, [
        ...subjects.document,
        ...subjects['schema-example'].map(({ document }) => document),
      ]);
      return change === undefined
        ? sources
        : new Map([...sources, ...committedSources(statesOf(change), reports)]);
    },
    ...(scope.part === undefined ? {} : { around }),
    valueOf: createValueOf(project, {
      ...subjects,
      document: [
        ...(scope.part === undefined ? [] : project.samples.map(({ document }) => document)),
        ...subjects.document,
      ],
    }),
    pathOf: createRepositoryPaths(options.cwd ?? process.cwd(), project.folders.project),
    ...(least === undefined ? {} : { least }),
    ...(target === undefined ? {} : { target }),
    manifest: project.manifest.name,
    ...(base === undefined ? {} : { base: { ...base.base, declared: change?.declared ?? [] } }),
    size: {
      ...(scope.part === undefined ? {} : { part: scope.part }),
      ...manifestAbove(project),
      contracts: contracts.length,
      ...(hasContracts ? {} : { facts: ofProject.fact.length }),
      samples: ofProject.sample.length,
      ...openApiSize({ ...project, contracts }, ofProject),
      wrongOnPurpose: wrongOnPurpose(ofProject.sample),
    },
    ...(options.matrix !== false && samples && contracts.length > 0 && (isWhole || isKept)
      ? {
          matrix: (findings) => coverContracts(project, subjects.sample, findings, evidence, schemas),
        }
      : {}),
    notChecked: () => [
      ...notCheckedIn({ ...project, contracts }, subjects, evidence, schemas, rules),
      ...(fetched === undefined ? [] : [notFollowed([fetched])]),
      ...(base?.notChecked ?? []),
    ],
  };
}

function statesOf({ base, race }: Change): readonly CommittedState[] {
  return [base, ...(race === undefined ? [] : [race.fork, race.tip])];
}

/** The severities of a run. A change cannot turn off the rule that reports what it turns off. */
function levelsOf({ rules }: Project, change: Change | undefined): Project['rules'] {
  if (change === undefined) return rules;
  const { [rulesLoosened.id]: _, ...others } = rules;
  const level = change.base.project.rules[rulesLoosened.id];
  return rules[rulesLoosened.id] !== 'off'
    ? rules
    : { ...others, ...(level === undefined ? {} : { [rulesLoosened.id]: level }) };
}

function openApiSize(
  { openApi: { documents, unusedBy }, contracts }: Project,
  { operation, sample, 'schema-example': ofSchemas }: SubjectLists,
): { readonly openApi?: OpenApiSummary } {
  if (documents.length === 0) return {};
  return {
    openApi: {
      operations: operation.length,
      contracts: contracts.filter((contract) => contract.operation !== undefined).length,
      examples: sample.filter((each) => usersOf(each) !== undefined).length,
      schemaExamples: ofSchemas.length,
      ...(unusedBy === undefined ? {} : { unusedBy }),
    },
  };
}

/** The verdicts that rules ask for on every sample; they ask for those of schema examples too. They are answered together: a time limit for each would cost more than its validation. */
function expectedQuestions(samples: readonly Sample[]): readonly ExpectedQuestion[] {
  return samples
    .filter(({ document }) => isParsed(document))
    .flatMap(({ document, claims }) =>
      claims.flatMap(({ versions }) =>
        versions.length > 1 ? [] : versions.map(({ schema }) => ({ document, schema })),
      ),
    );
}
