import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Io } from '../io';
import { report, wantsColor, writeReport, type ReportPlan } from '../report-options';
import { createCollectedOutput } from './collected-output';
import type { FleetOutput } from './fleet-output';
import { createNdjsonOutput } from './ndjson-output';
import { createPrettyOutput } from './pretty-output';

/**
 * The reports that a plan asks for. Each file is emptied now: that it cannot be written should be known before the fleet is checked.
 * Throws a UsageError where one cannot.
 */
export function createOutputs(plan: ReportPlan, io: Io): readonly FleetOutput[] {
  return plan.targets.map((target) => {
    const { format, file } = target;
    const { values } = plan;
    const path = file === undefined ? undefined : resolve(io.cwd, file);
    if (path !== undefined && file !== undefined) writeReport(path, file, '');
    const write = path === undefined ? io.out : (text: string) => appendFileSync(path, text);
    switch (format) {
      case 'ndjson':
        return createNdjsonOutput(write);
      case 'pretty':
        return createPrettyOutput(write, {
          color: file === undefined && wantsColor(values, io),
          quiet: values.quiet === true,
          verbose: values.verbose === true,
        });
      case 'json':
      case 'junit':
      case 'github':
        return createCollectedOutput((result) => report(result, { ...plan, targets: [target] }, io));
    }
  });
}
