import type { CheckResult, NotChecked } from './check-result';
import { formatMicroversion, type Microversion } from './microversion';
import type { Severity } from './severity';
import type { HeaderSetting, Target } from './target';

/** A service of a fleet, as a targets file describes it, variables filled in and files read. */
export interface FleetTarget extends Target {
  /** The base URL to send requests to: `url`, with the user information that the file gives. Never to be shown. */
  readonly address: string;
  /** The newest microversion that its owner expects. */
  readonly newest?: Microversion;
  /** The service type. */
  readonly service?: string;
  readonly headers: readonly HeaderSetting[];
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accept any certificate. */
  readonly insecure?: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
}

/** A target with what its check gave. */
export interface CheckedTarget {
  readonly target: FleetTarget;
  /** Its place in the list of targets, from 0. */
  readonly index: number;
  readonly result: CheckResult;
  /** How long its check took. */
  readonly milliseconds: number;
}

/** `unreachable`: no request of the target got an answer. */
type TargetStatus = 'ok' | 'findings' | 'unreachable';

/** What tables and totals say of a checked target. */
export interface TargetRow {
  readonly name: string;
  readonly url: string;
  readonly status: TargetStatus;
  /** The microversions that it offers, as its documents say. */
  readonly oldest?: string;
  readonly newest?: string;
  /** The newest microversion that its owner expects. */
  readonly expected?: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly milliseconds: number;
}

/** How a run over many targets ended. */
export interface FleetSummary {
  /** How many targets the run was to check. */
  readonly targets: number;
  /** How many of each status. */
  readonly statuses: Readonly<Record<TargetStatus, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** What was left out: targets that an interrupt spared, and what the checks of the targets left out, each item once. */
  readonly notChecked: readonly NotChecked[];
  readonly milliseconds: number;
}

/** The kind of what is not checked that holds the names of targets: an interrupt spared them. */
export const UNCHECKED_TARGETS = 'targets';

/** A checked target in a row; what is counted is what its result holds. */
export function targetRow({ target, result, milliseconds }: CheckedTarget): TargetRow {
  const { findings } = result.summary;
  const { oldest, newest, answered } = result.live ?? {};
  return {
    name: target.name,
    url: target.url,
    status: answered === 0 ? 'unreachable' : result.findings.length === 0 ? 'ok' : 'findings',
    ...(oldest === undefined ? {} : { oldest }),
    ...(newest === undefined ? {} : { newest }),
    ...(target.newest === undefined ? {} : { expected: formatMicroversion(target.newest) }),
    findings,
    milliseconds,
  };
}
