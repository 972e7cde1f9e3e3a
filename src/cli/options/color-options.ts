import type { Io } from '../io';
import type { OptionSpecs, OptionValues } from './option';

/** The options of every command whose report can be coloured. */
export const COLOR_OPTIONS = {
  color: {
    type: 'boolean',
    section: 'report',
    help: 'use colour; default: in a terminal, unless NO_COLOR or FORCE_COLOR says otherwise',
  },
  'no-color': { type: 'boolean', section: 'report', help: 'use no colour' },
} as const satisfies OptionSpecs;

/** Whether a report is coloured: `--no-color`, `--color`, NO_COLOR (no-color.org), FORCE_COLOR, and whether a terminal shows it. */
export function wantsColor(
  { color, 'no-color': noColor }: OptionValues<typeof COLOR_OPTIONS>,
  { env, isTerminal }: Pick<Io, 'env' | 'isTerminal'>,
): boolean {
  if (noColor === true) return false;
  if (color === true) return true;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? isTerminal && env['TERM'] !== 'dumb' : forced !== '0' && forced !== 'false';
}
