import type { PartOptions } from '../engine/part/part-scope';
import { UsageError } from '../model/usage-error';

/** The options that check a part of a project only. */
export const PART_OPTIONS = { changed: { type: 'string' }, shard: { type: 'string' } } as const;

/** `--changed` may stand alone, which is `--changed=HEAD`, or before the commit; Node's reading of options knows no value that may be left out. */
export function completeChanged(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--changed');
  if (at === -1 || args.slice(0, at).includes('--')) return args;
  const next = args[at + 1];
  return next === undefined || next.startsWith('-')
    ? args.with(at, '--changed=HEAD')
    : args.toSpliced(at, 2, `--changed=${next}`);
}

/** The part that the options ask for. Throws a UsageError for what is no `i/n`. */
export function readPartOptions({
  changed,
  shard,
}: {
  readonly changed?: string;
  readonly shard?: string;
}): Pick<PartOptions, 'changed' | 'shard'> {
  return {
    ...(changed === undefined ? {} : { changed }),
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
  };
}

function readShard(text: string): { readonly index: number; readonly count: number } {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  if (index === undefined || count === undefined)
    throw new UsageError(`\`--shard ${text}\` is no part: write the first of three as \`--shard 1/3\``);
  return { index: Number(index), count: Number(count) };
}
