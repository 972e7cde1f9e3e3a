import { checkLaws } from '../../engine/check-laws';
import { checkLawsOfTargets } from '../../engine/check-targets';
import { UsageError } from '../../model/usage-error';
import type { Command } from '../command';
import { reportFleet } from '../fleet/report-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  readLiveOptions,
  refuseLiveOptions,
  warnOfInsecure,
} from '../live-options';
import { parseOptions } from '../parse-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';

/** `samplegate laws FILE… | FOLDER | URL… | -`: any service's versions documents against the laws. */
export const lawsCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('laws', args, {
    ...REPORT_OPTIONS,
    ...LIVE_OPTIONS,
    newest: { type: 'string' },
    service: { type: 'string' },
  });
  const plan = planReport(values);
  const urls = positionals.filter(isUrl);
  const paths = positionals.filter((operand) => !isUrl(operand) && operand !== '-');
  const { targets } = values;
  if (targets === undefined && urls.length === 0)
    refuseLiveOptions(
      values,
      'name it, `samplegate laws http://127.0.0.1:8774/`, or several with `--targets FILE`',
    );
  const settings = readLiveOptions(values, io);
  warnOfInsecure(settings, io);
  const service = values.service === undefined ? {} : { service: values.service };
  if (targets !== undefined) {
    if (positionals.length > 0 || values.newest !== undefined)
      throw new UsageError(
        '`--targets` cannot be combined with `--newest`, files or URLs: the file names the services, and each can have its own `newest`',
      );
    return reportFleet(
      (fleet) => checkLawsOfTargets({ cwd: io.cwd, ...service, ...fleet, targets, live: settings }),
      settings,
      plan,
      io,
    );
  }
  if (positionals.length === 0) {
    throw new UsageError(
      'name the versions documents: `samplegate laws FILE…`, a FOLDER of them, the URL of a service, or `-` for the standard input',
    );
  }
  const result = await checkLaws({
    cwd: io.cwd,
    paths,
    urls,
    documents: positionals.includes('-')
      ? [{ name: '<stdin>', kind: 'stdin', text: await io.readStdin() }]
      : [],
    live: settings,
    ...service,
    ...(values.newest === undefined ? {} : { newest: values.newest }),
    ...(urls.length === 0 ? {} : { signal: interruptOf(io) }),
  });
  return report(result, plan, io);
};

function isUrl(operand: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(operand);
}
