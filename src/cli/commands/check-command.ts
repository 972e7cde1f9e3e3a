import { check, type CacheOptions, type CheckOptions } from '../../engine/check';
import { checkTargets } from '../../engine/check-targets';
import { COMPARE_MODES } from '../../model/contracts/compare-mode';
import { UsageError } from '../../model/usage-error';
import { lookAtHead } from '../../project/git/look-at-head';
import { createKeepingTree } from '../../project/tree/keeping-tree';
import { looksLikeOpenApi } from '../../openapi/looks-like-open-api';
import { watchRepeatable } from '../../text/repeatable';
import { REPORT_EXIT_CODES, type Command } from '../command';
import { reportFleet } from '../fleet/report-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  PROXIES,
  readCompareMode,
  readLiveOptions,
  refuseLiveOptions,
  TARGETS_OPTION,
  warnOfInsecure,
} from '../options/live-options';
import type { Io } from '../io';
import { MANIFESTS_OPTION, NO_MANIFEST_OPTION } from '../options/manifest-option';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions } from '../options/parse-options';
import { completeOptional, PART_OPTIONS, readPartOptions } from '../options/part-options';
import { outputsOf, readReportOptions, report, REPORT_OPTIONS } from '../options/report-options';
import { checkOperands, refuseWithSchema, SCHEMA_OPTION } from '../options/schema-option';
import { warn } from '../warn';
import { refuseWithWatch, WATCH_EXIT_CODE, WATCH_OPTION } from '../watch/watch-option';
import { watchRuns, type PrepareRun } from '../watch/watch-runs';

const OPTIONS = {
  ...MANIFESTS_OPTION,
  ...NO_MANIFEST_OPTION,
  ...SCHEMA_OPTION,
  ...PART_OPTIONS,
  'no-cache': {
    type: 'boolean',
    help: 'ignore the result cache and do not write it; so does SAMPLEGATE_CACHE=off',
  },
  ...WATCH_OPTION,
  ...REPORT_OPTIONS,
  live: {
    type: 'string',
    value: 'URL',
    section: 'service',
    help: 'the base URL of the service: http://127.0.0.1:8774 or https://cloud.example.com/compute',
  },
  ...TARGETS_OPTION,
  compare: {
    type: 'string',
    value: 'HOW',
    values: COMPARE_MODES,
    section: 'service',
    help: [
      'how a response is compared with its sample:',
      'exact (default): everything must be equal, except hosts',
      'at-least: the newest microversion may also be newer than in the sample',
      'shape: only properties and types must be equal',
    ].join('\n'),
  },
  newest: {
    type: 'string',
    value: 'X.Y',
    section: 'service',
    help: 'the newest microversion that the service must offer',
  },
  ...LIVE_OPTIONS,
} as const satisfies OptionSpecs;

/** `samplegate check [PATH…]`: samples and, with `--live`, responses against their contracts. */
export const checkCommand: Command = {
  usage: [
    '[PATH…]',
    '--watch [PATH…]',
    'OPENAPI… | -',
    '--schema FILE FILE… | FOLDER… | -',
    '--live URL',
    '--targets FILE',
  ],
  summary: 'check samples and, with --live URL, responses against their contracts',
  description: [
    'Checks the samples that the manifest claims against their schemas, against the laws of versions documents and against each other. With PATHs, everything is loaded, but only findings in these files and folders are reported. A schema brings the samples that are checked against it; the manifest brings all. A single PATH that brings no sample is an error, one of several is a warning.',
    'An OpenAPI document needs no manifest: its examples are checked against its schemas. `-` reads one from the standard input. References stay in the repository, else in the folder of the document.',
  ],
  options: OPTIONS,
  sections: {
    service: `with --live or --targets, every \`live:\` request of the manifest is sent, too. Its response is checked like a sample, and compared with its sample. ${PROXIES}`,
  },
  exitCodes: { ...REPORT_EXIT_CODES, ...WATCH_EXIT_CODE },
  examples: [
    'samplegate check --changed origin/main',
    'samplegate check --base origin/main',
    'samplegate check openapi.yaml',
    'samplegate check --schema server.json response.json',
    'samplegate check --format github --format junit=report.xml',
    'samplegate check --live http://127.0.0.1:8774 --negotiate',
  ],
  run: async (args, io) => {
    const { values, positionals: paths } = parseOptions('check', completeOptional(args), OPTIONS);
    if (values.schema !== undefined) refuseWithSchema(OPTIONS, values);
    if (values.live === undefined && values.targets === undefined)
      refuseLiveOptions(OPTIONS, values, 'name one with `--live URL`, or several with `--targets FILE`');
    const [plan, afterReport] = readReportOptions(values, io, projectPlace(values.manifest, paths));
    const [part, afterPart] = readPartOptions(afterReport, io);
    const [settings, afterLive] = readLiveOptions(afterPart, io);
    const {
      manifest,
      'no-manifest': noManifest = false,
      schema,
      live: url,
      targets,
      compare: compareMode,
      newest,
      'no-cache': noCache,
      watch = false,
      ...rest
    } = afterLive;
    assertNoneLeft(rest);
    if (watch) refuseWithWatch({ options: { live: url, targets, shard: part.shard }, operands: paths, plan });
    if (noManifest) refuseWithoutManifest({ manifest: manifest?.[0], base: values.base, live: url, targets });
    const [firstManifest, ...otherManifests] = manifest ?? [];
    if (otherManifests.length > 0 && (url !== undefined || targets !== undefined))
      throw new UsageError(
        '`--live` and `--targets` check services with one manifest, so `--manifest` cannot be repeated: choose one',
      );
    if (
      (part.changed !== undefined || part.shard !== undefined) &&
      (url !== undefined || targets !== undefined)
    ) {
      throw new UsageError(
        '`--changed` and `--shard` select samples, and a live service is always checked as a whole: omit one of them',
      );
    }
    if (part.base !== undefined && (url !== undefined || targets !== undefined))
      throw new UsageError('`--base` compares files in git, and a live service has none: omit one of them');
    const mode = readCompareMode(compareMode);
    const compare = mode === undefined ? {} : { compare: mode };
    warnOfInsecure(settings, io);
    if (targets !== undefined) {
      if (url !== undefined || paths.length > 0 || newest !== undefined) {
        throw new UsageError(
          '`--targets` cannot be combined with `--live`, `--newest` or PATHs: the file names the services, and each can have its own `newest`',
        );
      }
      return reportFleet(
        (fleet) =>
          checkTargets({
            cwd: io.cwd,
            onWarning: (message) => warn(message, io),
            ...(firstManifest === undefined ? {} : { manifest: firstManifest }),
            ...compare,
            ...fleet,
            targets,
            live: settings,
          }),
        settings,
        plan,
        io,
      );
    }
    const kept = watch ? createKeepingTree() : undefined;
    const prepare: PrepareRun = async (to) => {
      if (part.changed !== undefined || part.base !== undefined) lookAtHead(to.cwd);
      const isRepeatable = watchRepeatable();
      const result =
        schema === undefined
          ? await check({
              cwd: to.cwd,
              onWarning: (message) => warn(message, to, paths),
              ...(manifest === undefined ? {} : { manifest }),
              ...part,
              env: to.env,
              onNote: (message) => to.err(`samplegate: ${message}\n`),
              ...(await readOperands(paths, to)),
              noManifest,
              least: plan.least,
              cache: noCache !== true && !watch && cacheOf(to),
              ...(kept === undefined ? {} : { tree: kept.tree }),
              ...(to.memory === undefined || url !== undefined || watch ? {} : { memory: to.memory }),
              ...(url === undefined
                ? {}
                : {
                    live: { ...settings, ...compare, url, ...(newest === undefined ? {} : { newest }) },
                    signal: interruptOf(to),
                  }),
            })
          : await checkOperands(schema, paths, to);
      if (!isRepeatable()) kept?.forget();
      return { outputs: outputsOf(plan, to), finish: (last) => report(result, plan, last) };
    };
    return watch ? watchRuns(['check', ...args], prepare, io) : (await prepare(io)).finish(io);
  },
};

/** A file or folder of the project: the manifest that is named, else the first PATH. */
function projectPlace([manifest]: readonly string[] = [], paths: readonly string[]): string | undefined {
  return manifest ?? paths.find((path) => path !== '-');
}

/** Throws a UsageError for an option that needs a manifest. */
function refuseWithoutManifest(values: Readonly<Record<string, string | undefined>>): void {
  const given = Object.entries(values).find(([, value]) => value !== undefined);
  if (given !== undefined)
    throw new UsageError(`\`--${given[0]}\` cannot be combined with \`--no-manifest\`: omit one of them`);
}

/** The PATHs, and the standard input where one of them is `-`. Throws a UsageError if that is not an OpenAPI document. */
async function readOperands(
  operands: readonly string[],
  io: Io,
): Promise<Pick<CheckOptions, 'paths' | 'document'>> {
  if (!operands.includes('-')) return { paths: operands };
  const document = await io.readStdin();
  if (!looksLikeOpenApi(document.toString()))
    throw new UsageError(
      'the standard input is not an OpenAPI document, and anything else is checked only against a schema: `samplegate check --schema FILE -`',
    );
  return { paths: operands.filter((operand) => operand !== '-'), document };
}

function cacheOf({ build, env }: Io): CacheOptions {
  return { env, ...(build === undefined ? {} : { build }) };
}
