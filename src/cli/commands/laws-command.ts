import { checkLaws } from '../../engine/check-laws';
import { checkLawsOfTargets } from '../../engine/check-targets';
import { UsageError } from '../../model/usage-error';
import { REPORT_EXIT_CODES, type Command } from '../command';
import { reportFleet } from '../fleet/report-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  PROXIES,
  readLiveOptions,
  refuseLiveOptions,
  TARGETS_OPTION,
  warnOfInsecure,
} from '../options/live-options';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions } from '../options/parse-options';
import { readReportOptions, report, REPORT_OPTIONS } from '../options/report-options';

const OPTIONS = {
  newest: {
    type: 'string',
    value: 'X.Y',
    help: 'the newest microversion in the code: the documents must say the same',
  },
  service: {
    type: 'string',
    value: 'TYPE',
    help: "the service type; with compute, the laws of Compute's own documents apply, too",
  },
  ...REPORT_OPTIONS,
  ...TARGETS_OPTION,
  ...LIVE_OPTIONS,
} as const satisfies OptionSpecs;

/** `samplegate laws FILE… | FOLDER | URL… | -`: any service's versions documents against the laws. */
export const lawsCommand: Command = {
  usage: ['FILE… | FOLDER… | URL… | -', '--targets FILE'],
  summary: 'check the versions documents of any service, without a manifest',
  description: [
    'Checks versions documents (what a service answers at its root) against the laws that real clients rely on, and the documents of one service against each other. For a URL, the service is asked, and its self links are followed without a token. - is the standard input.',
  ],
  options: OPTIONS,
  sections: { service: `options for URLs and --targets. ${PROXIES}` },
  exitCodes: REPORT_EXIT_CODES,
  examples: [
    'samplegate laws doc/api_samples/versions --newest 2.61',
    'samplegate laws https://compute.example.com/ --negotiate',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('laws', args, OPTIONS);
    const urls = positionals.filter(isUrl);
    const paths = positionals.filter((operand) => !isUrl(operand) && operand !== '-');
    if (values.targets === undefined && urls.length === 0)
      refuseLiveOptions(
        OPTIONS,
        values,
        'name one, `samplegate laws http://127.0.0.1:8774/`, or several with `--targets FILE`',
      );
    const [plan, afterReport] = readReportOptions(values, io, paths[0] ?? values.targets);
    const [settings, afterLive] = readLiveOptions(afterReport, io);
    const { newest, service: serviceType, targets, ...rest } = afterLive;
    assertNoneLeft(rest);
    warnOfInsecure(settings, io);
    const service = serviceType === undefined ? {} : { service: serviceType };
    if (targets !== undefined) {
      if (positionals.length > 0 || newest !== undefined)
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
      ...(newest === undefined ? {} : { newest }),
      ...(urls.length === 0 ? {} : { signal: interruptOf(io) }),
    });
    return report(result, plan, io);
  },
};

function isUrl(operand: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(operand);
}
