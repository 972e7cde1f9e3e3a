import { measureStrength } from '../../engine/measure-strength';
import { scoreOf, type StrengthResult } from '../../model/strength';
import { UsageError } from '../../model/usage-error';
import { formatNumber } from '../../reporters/format-number';
import { countNotChecked } from '../../reporters/summary-line';
import { strengthJson } from '../../reporters/strength/strength-json';
import { strengthPretty } from '../../reporters/strength/strength-pretty';
import type { Command } from '../command';
import type { Io } from '../io';
import { parseOptions } from '../parse-options';
import { createWordedLine } from '../progress';
import { wantsColor } from '../report-options';

/** Seconds that a run may take unless the user says otherwise. */
const DEFAULT_TIME_LIMIT = 60;

/** `samplegate strength [PATH…]`: the places where a wrong value would pass a schema. */
export const strengthCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('strength', args, {
    manifest: { type: 'string', short: 'm' },
    format: { type: 'string', short: 'f' },
    'min-score': { type: 'string' },
    seed: { type: 'string' },
    'time-limit': { type: 'string' },
    verbose: { type: 'boolean' },
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
  });
  const { format = 'pretty' } = values;
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError(`there is no format \`${format}\`: there are pretty and json`);
  const minScore = readNumber('min-score', values['min-score'], 0, 100);
  const seed = readNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER);
  const timeLimit = readNumber('time-limit', values['time-limit'], 0.001, 86_400) ?? DEFAULT_TIME_LIMIT;

  const progress = openProgress(io);
  const result = measureStrength({
    cwd: io.cwd,
    ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
    only: positionals,
    ...(seed === undefined ? {} : { seed }),
    timeLimit: timeLimit * 1000,
    onProgress: (done, total, survived) => progress.update({ done, total, survived }),
  });
  progress.clear();
  if (result.tried === 0) throw new UsageError(describeNothing(result));
  const verbose = values.verbose === true;
  io.out(
    format === 'json'
      ? strengthJson(result, { verbose })
      : strengthPretty(result, { color: wantsColor({ ...values, format: [format] }, io), verbose, minScore }),
  );
  return minScore !== undefined && scoreOf(result) < minScore ? 1 : 0;
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
      `${formatNumber(survived)} wrong values passed`,
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
  throw new UsageError(
    `\`--${option} ${text}\` is no number from ${least} to ${most}: write \`--${option} ${least === 0 ? 90 : 60}\``,
  );
}

/** A run that showed no schema anything must not pass for one that found nothing. */
function describeNothing({ notTried, isCutShort }: StrengthResult): string {
  const left = notTried.map(countNotChecked).join(', ');
  const why = left === '' ? 'no contract has both a schema and a sample' : left;
  return `no wrong value was tried: ${why}${isCutShort ? '; give more time, `--time-limit 60`' : ''}`;
}
