import { check } from '../../engine/check';
import type { Command } from '../command';
import { parseOptions } from '../parse-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';

/** `samplegate check [paths…]`: samples against their contracts. */
export const checkCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('check', args, {
    ...REPORT_OPTIONS,
    manifest: { type: 'string', short: 'm' },
  });
  const plan = planReport(values);
  const manifest = values.manifest === undefined ? {} : { manifest: values.manifest };
  return report(await check({ cwd: io.cwd, paths: positionals, ...manifest }), plan, io);
};
