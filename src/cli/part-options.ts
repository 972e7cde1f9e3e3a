import type { PartOptions } from '../engine/part/part-scope';
import { UsageError } from '../model/usage-error';
import type { OptionSpecs, OptionValues } from './option';

/** The options that check only a part of a project. */
export const PART_OPTIONS = {
  changed: {
    type: 'string',
    value: '[BASE]',
    help: 'check only what differs in git from BASE (default: HEAD), and what depends on it',
  },
  shard: {
    type: 'string',
    value: 'I/N',
    help: 'check only part I of N; all parts together find what one run finds',
  },
} as const satisfies OptionSpecs;

/** Gives `--changed` its value: alone it means `--changed=HEAD`, but in Node's `parseArgs` no value is optional. */
export function completeChanged(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--changed');
  if (at === -1 || args.slice(0, at).includes('--')) return args;
  const next = args[at + 1];
  return next === undefined || next.startsWith('-')
    ? args.with(at, '--changed=HEAD')
    : args.toSpliced(at, 2, `--changed=${next}`);
}

/** The part that the options select, and the options that are left. Throws a UsageError unless a shard is `I/N`. */
export function readPartOptions<Values extends OptionValues<typeof PART_OPTIONS>>(values: Values) {
  const { changed, shard, ...rest } = values;
  const part: Pick<PartOptions, 'changed' | 'shard'> = {
    ...(changed === undefined ? {} : { changed }),
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
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
