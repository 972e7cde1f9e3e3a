import { resolve } from 'node:path';

import { checkVersions } from '../../engine/check-versions-documents';
import { withService, type LiveOptions } from '../../engine/fetch/connect';
import { fetchVersions } from '../../engine/fetch/fetch-versions';
import { openTargets } from '../../engine/fleet/open-targets';
import type { Fetched } from '../../model/live';
import { UsageError } from '../../model/usage-error';
import type { Command } from '../command';
import { fleetLiveOptions } from '../fleet/fleet-live-options';
import { runFleet } from '../fleet/run-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  readLiveOptions,
  refuseLiveOptions,
  warnOfInsecure,
} from '../live-options';
import { parseOptions } from '../parse-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';
import { uniqueBy } from '../unique-by';
import { readVersionsOperand } from '../versions-operand';

/** `samplegate laws FILE… | FOLDER | URL… | -`: any service's versions documents against the laws. */
export const lawsCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('laws', args, {
    ...REPORT_OPTIONS,
    ...LIVE_OPTIONS,
    newest: { type: 'string' },
    service: { type: 'string' },
  });
  const plan = planReport(values);
  const [urls, files] = partition(positionals, isUrl);
  const { targets: fleet } = values;
  if (fleet === undefined && urls.length === 0)
    refuseLiveOptions(
      values,
      'name it, `samplegate laws http://127.0.0.1:8774/`, or several with `--targets FILE`',
    );
  const settings = readLiveOptions(values, io);
  warnOfInsecure(settings, io);
  if (fleet !== undefined) {
    if (positionals.length > 0 || values.newest !== undefined)
      throw new UsageError(
        '`--targets` goes with neither `--newest`, files nor URLs: the file names the services, and each may say its newest',
      );
    return runFleet(
      {
        targets: openTargets(io.cwd, fleet, io.env),
        checkOne: async (target, signal) => {
          const service = target.service ?? values.service;
          const fetched = await fetchService(fleetLiveOptions(settings, target), service, signal);
          return checkVersions([], service === undefined ? {} : { service }, [fetched]);
        },
        ...(settings.concurrency === undefined ? {} : { concurrency: settings.concurrency }),
      },
      plan,
      io,
    );
  }
  if (positionals.length === 0) {
    throw new UsageError(
      'name the versions documents: `samplegate laws FILE…`, a FOLDER of them, the URL of a service, or `-` for the standard input',
    );
  }
  const read = await Promise.all(
    uniqueBy(files, (path) => resolve(io.cwd, path)).map((path) => readVersionsOperand(path, io)),
  );
  const documents = uniqueBy(
    read.flatMap(({ documents: found }) => found),
    ({ source }) => source.name,
  );
  const skipped = [...new Set(read.flatMap(({ skipped: others }) => others))];
  const newest = values.newest === undefined ? {} : { newest: values.newest };
  const signal = urls.length === 0 ? undefined : interruptOf(io);
  const fetched = await Promise.all(
    uniqueBy(urls, (url) => url).map((url) =>
      fetchService({ ...settings, ...newest, url }, values.service, signal),
    ),
  );
  const result = await checkVersions(
    documents,
    {
      ...newest,
      ...(values.service === undefined ? {} : { service: values.service }),
      grouping: read.some(({ isFolder }) => isFolder) ? 'by-folder' : 'by-home',
      notChecked: [
        {
          what: 'files that are not versions documents',
          one: 'file that is not a versions document',
          items: skipped,
        },
      ],
    },
    fetched,
  );
  return report(result, plan, io);
};

function isUrl(operand: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(operand);
}

function partition<T>(
  values: readonly T[],
  test: (value: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

function fetchService(
  options: LiveOptions,
  service: string | undefined,
  signal?: AbortSignal,
): Promise<Fetched> {
  return withService(options, (live) => fetchVersions({ ...live, service }), signal);
}
