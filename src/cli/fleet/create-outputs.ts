import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { FleetOutput } from '../../reporters/reporter';
import { REPORTERS } from '../../reporters/reporter-registry';
import type { Io } from '../io';
import { reporterOptions, writeReport, type ReportPlan } from '../report-options';
import { createSpool } from './create-spool';

/**
 * The reports that a plan asks for. Each file is emptied now, so that one that cannot be written stops the run before a target is checked.
 * Throws a UsageError for such a file.
 */
export function createOutputs(plan: ReportPlan, io: Io): readonly FleetOutput[] {
  return plan.targets.map((target) => {
    const { format, file } = target;
    const path = file === undefined ? undefined : resolve(io.cwd, file);
    if (path !== undefined && file !== undefined) writeReport(path, file, '');
    const write = path === undefined ? io.out : (text: string) => appendFileSync(path, text);
    return REPORTERS[format].stream(write, reporterOptions(target, plan, io), createSpool());
  });
}
