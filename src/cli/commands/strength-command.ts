import { measureStrength } from '../../engine/measure-strength';
import { scoreOf, type StrengthResult } from '../../model/findings/strength';
import { UsageError } from '../../model/usage-error';
import { formatNumber } from '../../reporters/format-number';
import { countNotChecked } from '../../wording/count-not-checked';
import { strengthJson } from '../../reporters/strength/strength-json';
import { strengthPretty } from '../../reporters/strength/strength-pretty';
import { COLOR_OPTIONS, wantsColor } from '../options/color-options';
import type { Command } from '../command';
import type { Io } from '../io';
import { MANIFEST_OPTION } from '../options/manifest-option';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions } from '../options/parse-options';
import { createWordedLine } from '../progress';

/** The default of `--time-limit`, in seconds. */
const DEFAULT_TIME_LIMIT = 60;

const OPTIONS = {
  ...MANIFEST_OPTION,
  'min-score': {
    type: 'string',
    value: 'N',
    help: 'exit with code 1 if less than N percent of the wrong values are rejected',
  },
  seed: {
    type: 'string',
    value: 'N',
    help: 'decides where words are misspelt; the same seed gives the same report; default: 1',
  },
  'time-limit': {
    type: 'string',
    value: 'SECONDS',
    help: `stop after this time, and count what was not tried; default: ${DEFAULT_TIME_LIMIT}`,
  },
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    values: ['pretty', 'json'],
    section: 'report',
    help: 'how the report is written: pretty (default) or json',
  },
  verbose: {
    type: 'boolean',
    section: 'report',
    help: 'list every accepted change, changes that may be right, and what was not tried',
  },
  ...COLOR_OPTIONS,
} as const satisfies OptionSpecs;

/** `samplegate strength [PATH…]`: the places where a schema accepts a wrong value. */
export const strengthCommand: Command = {
  usage: ['[PATH…]'],
  summary: 'find wrong values that the schemas accept, and give the schemas a score',
  description: [
    'Changes the samples into wrong values, and reports where a schema accepts one, how to change the schema so that it rejects it, and the share of wrong values that are rejected. PATHs are contracts, samples or folders of samples.',
  ],
  options: OPTIONS,
  exitCodes: {
    0: 'the strength was measured',
    1: 'the score is below --min-score',
    2: 'the run could not start, or there was no wrong value to try',
  },
  examples: ['samplegate strength servers.show --verbose', 'samplegate strength --min-score 90'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('strength', args, OPTIONS);
    const {
      manifest,
      format = 'pretty',
      verbose = false,
      seed: seedText,
      'min-score': minScoreText,
      'time-limit': timeLimitText,
      color = false,
      'no-color': noColor = false,
      ...rest
    } = values;
    assertNoneLeft(rest);
    if (format !== 'pretty' && format !== 'json')
      throw new UsageError(`unknown format \`${format}\`: use one of pretty, json`);
    const minScore = readNumber('min-score', minScoreText, 0, 100);
    const seed = readNumber('seed', seedText, 0, Number.MAX_SAFE_INTEGER);
    const timeLimit = readNumber('time-limit', timeLimitText, 0.001, 86_400) ?? DEFAULT_TIME_LIMIT;

    const progress = openProgress(io);
    const result = measureStrength({
      cwd: io.cwd,
      ...(manifest === undefined ? {} : { manifest }),
      only: positionals,
      ...(seed === undefined ? {} : { seed }),
      timeLimit: timeLimit * 1000,
      onProgress: (done, total, survived) => progress.update({ done, total, survived }),
    });
    progress.clear();
    if (result.tried === 0) throw new UsageError(describeNothing(result));
    io.out(
      format === 'json'
        ? strengthJson(result, { verbose })
        : strengthPretty(result, {
            color: wantsColor({ color, 'no-color': noColor }, io),
            verbose,
            minScore,
          }),
    );
    return minScore !== undefined && scoreOf(result) < minScore ? 1 : 0;
  },
};

interface StrengthProgress {
  readonly done: number;
  readonly total: number;
  readonly survived: number;
}

function openProgress({ isErrorTerminal, err }: Io) {
  return createWordedLine<StrengthProgress>(
    ({ done, total, survived }) => [
      `${formatNumber(done)}/${formatNumber(total)} schemas`,
      `${formatNumber(survived)} wrong values accepted`,
    ],
    isErrorTerminal ? err : () => {},
  );
}

function readNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= least && number <= most) return number;
  throw new UsageError(`\`--${option}\` expects a number from ${least} to ${most}, got \`${text}\``);
}

/** A run that tried nothing must not look like one that found nothing. */
function describeNothing({ notTried, isCutShort }: StrengthResult): string {
  const left = notTried.map(countNotChecked).join(', ');
  const why = left === '' ? 'no contract has both a schema and a sample' : left;
  return `no wrong value was tried: ${why}${isCutShort ? '; the time limit was reached, so raise `--time-limit`' : ''}`;
}
