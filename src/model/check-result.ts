import type { Finding } from './finding';
import type { Part } from './scope';
import type { Severity } from './severity';
import type { Source } from './source';

/** What one test of a run was: one sample or one live request under the rules about it, or one rule that looks across documents. */
export interface Verdict {
  /** `versions.index: versions/versions-get-resp.json`, or a law's id. */
  readonly name: string;
  readonly group: 'sample' | 'response' | 'rule';
  /** The file it is about, where it is about one. */
  readonly file?: string;
  /** The contract that a sample was held to; several are joined by commas. */
  readonly contract?: string;
  /** The ids of the rules that this verdict is over, the passing ones too. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

/** What was looked at, and what was not. */
export interface Summary {
  /** Absent where it is all of the project. */
  readonly part?: Part;
  readonly contracts: number;
  readonly samples: number;
  readonly rules: number;
  readonly documents: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The samples that a contract expects to fail, by file name; absent where there is none. */
  readonly wrongOnPurpose?: readonly string[];
  /** Each with its count and what `--verbose` lists: a range without a sample, a live request that was not made. */
  readonly notChecked: readonly NotChecked[];
}

/** One kind of thing that a run left out. */
export interface NotChecked {
  /** In the plural, to stand behind a count: `live requests`. */
  readonly what: string;
  /** The same for a single one, `live request`; absent where both are spelt alike. */
  readonly one?: string;
  readonly items: readonly string[];
}

/** A version of a service, as a document tells of it: a row of the table that `samplegate laws` prints. */
export interface VersionRow {
  readonly file: string;
  readonly id: string;
  readonly status: string;
  readonly oldest: string;
  readonly newest: string;
  readonly self: string;
}

/** How a live service answered; a row of the table of a fleet. */
export interface LiveSummary {
  /** How many requests were sent, and how many of them got an answer, whatever it was. */
  readonly requests: number;
  readonly answered: number;
  /** The microversions that it offers, as its documents say; absent where they tell of none. */
  readonly oldest?: string;
  readonly newest?: string;
}

/** All that a run found, in the total order of findings; reporters need nothing else. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly summary: Summary;
  /** The versions that the documents tell of; only of a run over versions documents alone. */
  readonly versions?: readonly VersionRow[];
  /** Only of a run over one live service. */
  readonly live?: LiveSummary;
  /** The texts that findings point into, by file name. */
  readonly sources: ReadonlyMap<string, Source>;
}
