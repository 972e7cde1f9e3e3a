import type { CheckResult } from '../model/check-result';
import type { Project } from '../model/project';
import { RULES } from '../rules/registry';
import { createEvidence } from './evidence';
import { locateFindings } from './locate-findings';
import { mergeReports } from './merge-reports';
import { openProject, type ProjectOptions } from './open-project';
import { activeRules, runRules } from './run-rules';
import { schemaSetOf } from './schema-set-of';
import { selectPaths } from './select-paths';
import { sourcesOf } from './sources';
import { subjectsOf } from './subjects';
import { notCheckedIn, summarize } from './summarize';
import { createVerdicts } from './verdicts';

/** What to check. */
export interface CheckOptions extends ProjectOptions {
  /** Files and folders, relative to the working folder: all is loaded, and what is placed there is reported. Default: everything. */
  readonly paths?: readonly string[];
}

/** Holds everything that a manifest speaks of to its contracts. Throws a UsageError when it cannot start. */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const project = openProject(options);
  const result = await checkProject(project);
  return options.paths === undefined || options.paths.length === 0
    ? result
    : selectPaths(result, options.paths, project.schemas, options.cwd);
}

/** Holds what an open project speaks of to its contracts; a promise, as live responses must be waited for. */
export async function checkProject(project: Project): Promise<CheckResult> {
  return judge(project);
}

/** The stages that follow loading, in order; each is a function of what the ones before it gave. `onStage` hears of each that has ended. */
export function judge(project: Project, candidates = RULES, onStage = (_stage: string) => {}): CheckResult {
  const schemas = schemaSetOf(project);
  const rules = activeRules(candidates, project.rules);
  const subjects = subjectsOf(project, schemas);
  onStage('read schemas');
  const evidence = createEvidence(schemas);
  const reports = runRules(rules, subjects, evidence, project.rules);
  onStage('validate and judge');
  const merged = mergeReports(reports);
  const sources = sourcesOf(project, merged);
  const findings = locateFindings(merged, sources);
  onStage('merge and locate');
  const size = {
    contracts: project.contracts.length,
    samples: subjects.sample.length,
    rules: rules.length,
    documents: subjects.document.length,
  };
  return {
    findings,
    verdicts: createVerdicts(subjects, rules, findings),
    summary: summarize(size, findings, notCheckedIn(project, evidence)),
    sources,
  };
}
