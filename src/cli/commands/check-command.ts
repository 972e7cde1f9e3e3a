import { check } from '../../engine/check';
import { checkTargets } from '../../engine/check-targets';
import { UsageError } from '../../model/usage-error';
import type { Command } from '../command';
import { reportFleet } from '../fleet/report-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  readCompareMode,
  readLiveOptions,
  refuseLiveOptions,
  warn,
  warnOfInsecure,
} from '../live-options';
import { parseOptions } from '../parse-options';
import { completeChanged, PART_OPTIONS, readPartOptions } from '../part-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';

/** `samplegate check [paths…]`: samples and, with `--live`, responses against their contracts. */
export const checkCommand: Command = async (args, io) => {
  const { values, positionals: paths } = parseOptions('check', completeChanged(args), {
    ...REPORT_OPTIONS,
    ...LIVE_OPTIONS,
    ...PART_OPTIONS,
    manifest: { type: 'string', short: 'm' },
    live: { type: 'string' },
    compare: { type: 'string' },
    newest: { type: 'string' },
    'no-cache': { type: 'boolean' },
  });
  const plan = planReport(values);
  const { live: url, targets, newest } = values;
  if (url === undefined && targets === undefined)
    refuseLiveOptions(values, 'name one with `--live URL`, or several with `--targets FILE`', [
      'compare',
      'newest',
    ]);
  const part = readPartOptions(values);
  const isPart = part.changed !== undefined || part.shard !== undefined;
  if (isPart && (url !== undefined || targets !== undefined)) {
    throw new UsageError(
      '`--changed` and `--shard` select samples, and a live service is always checked as a whole: omit one of them',
    );
  }
  const compareMode = readCompareMode(values.compare);
  const compare = compareMode === undefined ? {} : { compare: compareMode };
  const settings = readLiveOptions(values, io);
  warnOfInsecure(settings, io);
  const common = {
    cwd: io.cwd,
    ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
    onWarning: (message: string) => warn(message, io),
  };
  if (targets !== undefined) {
    if (url !== undefined || paths.length > 0 || newest !== undefined) {
      throw new UsageError(
        '`--targets` cannot be combined with `--live`, `--newest` or PATHs: the file names the services, and each can have its own `newest`',
      );
    }
    return reportFleet(
      (fleet) => checkTargets({ ...common, ...compare, ...fleet, targets, live: settings }),
      settings,
      plan,
      io,
    );
  }
  const result = await check({
    ...common,
    ...part,
    paths,
    cache: io.build !== undefined && values['no-cache'] !== true && { build: io.build, env: io.env },
    ...(url === undefined
      ? {}
      : {
          live: { ...settings, ...compare, url, ...(newest === undefined ? {} : { newest }) },
          signal: interruptOf(io),
        }),
  });
  return report(result, plan, io);
};
