import type { CheckResult, NotChecked, Summary } from './check-result';
import { formatMicroversion, type Microversion } from '../versions/microversion';
import type { FileRange } from '../documents/place';
import type { Severity } from '../severity';
import type { HeaderSetting, Target } from '../live/target';

/** A service of a fleet, as a targets file describes it, with variables replaced and files read. */
export interface FleetTarget extends Target {
  /** The base URL to send requests to, as it was typed, with the credentials from the file. It must never be shown. */
  readonly address: string;
  /** Where the targets file names it; absent where the target was read from a report. */
  readonly place?: FileRange;
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

/** A target with the result of its check. */
export interface CheckedTarget {
  readonly target: FleetTarget;
  /** Its index in the targets file, from 0. */
  readonly index: number;
  readonly result: CheckResult;
  /** How long its check took, in whole milliseconds. */
  readonly milliseconds: number;
}

/** `unreachable`: no request to the target got an answer. */
type TargetStatus = 'ok' | 'findings' | 'unreachable';

/** A checked target as tables and totals show it. */
export interface TargetRow {
  readonly name: string;
  readonly url: string;
  readonly status: TargetStatus;
  /** The microversions that it offers, as its documents state. */
  readonly oldest?: string;
  readonly newest?: string;
  /** The newest microversion that its owner expects. */
  readonly expected?: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly milliseconds: number;
}

/** The totals of a run over many targets. */
export interface FleetSummary {
  /** How many targets the run had to check. */
  readonly targets: number;
  /** How many targets have each status. */
  readonly statuses: Readonly<Record<TargetStatus, number>>;
  /** What was checked: contracts, samples and rules count once, the documents of all targets are added up. */
  readonly checked: Pick<Summary, 'contracts' | 'samples' | 'rules' | 'documents' | 'wrongOnPurpose'>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The targets that were not checked because of an interrupt, and everything that was not checked at a target, each item once. */
  readonly notChecked: readonly NotChecked[];
  /** How long the run took, in whole milliseconds. */
  readonly milliseconds: number;
}

/** The `what` of `NotChecked` for targets that were not checked because of an interrupt. */
export const UNCHECKED_TARGETS = 'targets';

/** The row of a checked target, with the counts of its result. */
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
