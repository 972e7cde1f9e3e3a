import type { LiveCheck } from '../../src/engine/fetch/connect';
import { fetchProject } from '../../src/engine/fetch/fetch-project';
import { judgePlan, runPlan } from '../../src/engine/pipeline';
import { planProject, type ProjectPlanOptions } from '../../src/engine/plan-project';
import type { CheckResult } from '../../src/model/findings/check-result';
import type { Fetched } from '../../src/model/live/live';
import type { Project } from '../../src/model/project/project';

/** Checks a project against a service that answers from memory. */
export function checkMade(
  project: Project,
  service: LiveCheck,
  options: ProjectPlanOptions = {},
): Promise<CheckResult> {
  return runPlan(planProject(project, { ...options, fetch: () => fetchProject(project, service) }));
}

/** Judges a project, together with answers that were fetched before, if given. */
export function judgeProject(
  project: Project,
  { fetched, ...options }: ProjectPlanOptions & { readonly fetched?: Fetched } = {},
): CheckResult {
  return judgePlan(planProject(project, options), fetched === undefined ? [] : [fetched]);
}
