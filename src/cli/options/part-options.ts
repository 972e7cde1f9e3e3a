import type { CheckOptions } from '../../engine/check';
import { UsageError } from '../../model/usage-error';
import { ciBase } from '../../project/git/find-base';
import type { Io } from '../io';
import type { OptionSpecs, OptionValues } from './option';

/** The options that compare a project with a state in git, or check only a part of it. */
export const PART_OPTIONS = {
  base: {
    type: 'string',
    value: '[REF]',
    help: "also compare with the newest common commit of HEAD and REF in git (default: CI's base, else the remote's default branch)",
  },
  changed: {
    type: 'string',
    value: '[BASE]',
    help: "check only what differs in git from BASE (default: CI's base, else HEAD), and what depends on it",
  },
  shard: {
    type: 'string',
    value: 'I/N',
    help: 'check only part I of N; all parts together find what one run finds',
  },
} as const satisfies OptionSpecs;

/** No argument can be this text. */
const ALONE = '\0';

/** Gives `--changed` and `--base` a value where they are alone: in Node's `parseArgs`, no value is optional. */
export function completeOptional(args: readonly string[]): readonly string[] {
  return ['--changed', '--base'].reduce((list, option) => {
    const at = list.indexOf(option);
    if (at === -1 || list.slice(0, at).includes('--')) return list;
    const next = list[at + 1];
    return next === undefined || next.startsWith('-')
      ? list.with(at, `${option}=${ALONE}`)
      : list.toSpliced(at, 2, `${option}=${next}`);
  }, args);
}

/** The part that the options select, and the options that are left. Throws a UsageError unless a shard is `I/N`. */
export function readPartOptions<Values extends OptionValues<typeof PART_OPTIONS>>(
  values: Values,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
) {
  const { changed, shard, base, ...rest } = values;
  const part: Pick<CheckOptions, 'changed' | 'shard' | 'base'> = {
    // In CI, nothing differs from HEAD.
    ...(changed === undefined ? {} : { changed: changed === ALONE ? (ciBase(cwd, env) ?? 'HEAD') : changed }),
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
    ...(base === undefined ? {} : { base: base === ALONE ? true : base }),
  };
  return [part, rest] as const;
}

function readShard(text: string): { readonly index: number; readonly count: number } {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  if (index === undefined || count === undefined)
    throw new UsageError(
      `\`--shard\` expects I/N, got \`${text}\`: the first of three parts is \`--shard 1/3\``,
    );
  return { index: Number(index), count: Number(count) };
}
