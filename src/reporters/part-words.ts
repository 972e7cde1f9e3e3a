import type { Summary } from '../model/check-result';

/** Which part of a project a run checked; empty where it checked all of it. */
export function partWords({ part }: Pick<Summary, 'part'>): string {
  switch (part?.kind) {
    case undefined:
      return '';
    case 'changed':
      return `changed since ${part.since}`;
    case 'shard':
      return `part ${part.shard.index} of ${part.shard.count}`;
  }
}
