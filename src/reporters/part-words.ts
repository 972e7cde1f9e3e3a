import type { Summary } from '../model/findings/check-result';

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

/** Why a run checked nothing. */
export function emptyWords({ part }: Pick<Summary, 'part'>): string {
  switch (part?.kind) {
    case undefined:
      return 'no sample was selected';
    case 'changed':
      return `no sample or contract here is affected by what changed since ${part.since}`;
    case 'shard':
      return `${partWords({ part })} has no sample`;
  }
}
