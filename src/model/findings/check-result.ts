import type { CoverageMatrix } from './coverage-matrix';
import type { Finding } from './finding';
import type { Part } from '../project/scope';
import type { Severity } from '../severity';
import type { Source } from '../documents/source';

/** The result of one test of a run: a sample or a live request with the rules about it, or one rule that looks across documents. */
export interface Verdict {
  /** `versions.index: versions/versions-get-resp.json`, or the id of a law. */
  readonly name: string;
  readonly group: 'sample' | 'response' | 'rule';
  /** The file that was checked, where it is a single one. */
  readonly file?: string;
  /** The part of the file that was checked; absent where it is the whole file. */
  readonly part?: string;
  /** For an example of an OpenAPI document: what uses it, such as `GET /servers/{id} → 200`. */
  readonly operations?: readonly string[];
  /** The contract that a sample was checked against; several are joined by commas. */
  readonly contract?: string;
  /** The manifest that it belongs to; absent in a run over one. */
  readonly manifest?: string;
  /** The ids of the rules that were run, including those that passed. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
  /** For a rule that looks across documents: why it had nothing to judge, such as `no facts`. It has no findings, but has not passed either. */
  readonly nothingToJudge?: string;
}

/** What was checked in OpenAPI documents. */
export interface OpenApiSummary {
  readonly operations: number;
  /** The contracts that the documents give, among all contracts of the summary. */
  readonly contracts: number;
  /** Of requests, responses, parameters and headers. */
  readonly examples: number;
  /** Of schemas: `example`, `examples` and `default`. */
  readonly schemaExamples: number;
  /** The manifest above that does not use the documents, which are checked without it; absent where there is none. */
  readonly unusedBy?: string;
}

/** The base that a project was compared with. */
export interface BaseSummary {
  readonly commit: string;
  /** How it was found: `the first parent of the merge commit`. */
  readonly why: string;
  readonly allowed: readonly AllowedBreak[];
}

/** What the author of a change declared to be right, and would otherwise be a finding. */
export interface AllowedBreak {
  readonly ruleId: string;
  /** The id of a version, a folder, a contract or another rule. */
  readonly subject: string;
  readonly reason: string;
  /** The commit with the declaration, abbreviated, and its author. */
  readonly commit: string;
  readonly author: string;
}

/** What was checked, and what was not. */
export interface Summary {
  /** Absent where the whole project was checked. */
  readonly part?: Part;
  /** Absent where the project was not compared with a base. */
  readonly base?: BaseSummary;
  /** The name of the manifest, if it is above the working folder: a user in a sub-folder may expect another one. */
  readonly manifest?: string;
  /** A row per manifest; absent in a run over one. */
  readonly manifests?: readonly ManifestSummary[];
  readonly contracts: number;
  /** The number of facts, only where the manifest has no contracts. */
  readonly facts?: number;
  /** Examples of OpenAPI documents are samples too. */
  readonly samples: number;
  /** Absent where no OpenAPI document is checked. */
  readonly openApi?: OpenApiSummary;
  readonly rules: number;
  readonly documents: number;
  /** The number of responses that were checked, those behind links included. Absent in a run without responses. */
  readonly responses?: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The samples that a contract expects to fail, by file name; absent where there are none. */
  readonly wrongOnPurpose?: readonly string[];
  /**
   * URLs that were requested only to find out which microversions an endpoint has, each with the status of the response. Absent if there are
   * none, and in the totals of a run over many services, which has them per service.
   */
  readonly alsoRequested?: readonly string[];
  /** Each with its count and what `--verbose` lists: a range without a sample, a live request that was not made. */
  readonly notChecked: readonly NotChecked[];
}

/** What was checked of one manifest in a run over several. */
export interface ManifestSummary extends Pick<Summary, 'contracts' | 'samples' | 'findings'> {
  readonly manifest: string;
}

/** One kind of thing that a run did not check. */
export interface NotChecked {
  /** In the plural, to follow a count: `live requests`. */
  readonly what: string;
  /** In the singular: `live request`; absent where both are spelled alike. */
  readonly one?: string;
  readonly items: readonly string[];
  /** What these items are all of, such as `the negotiation`: the summary then says that nothing of it could be judged. */
  readonly nothingOf?: string;
}

/** A version of a service, as stated by a versions document: a row of the table that `samplegate laws` prints. */
export interface VersionRow {
  readonly file: string;
  readonly id: string;
  readonly status: string;
  readonly oldest: string;
  readonly newest: string;
  readonly self: string;
}

/** How a live service answered: a row of a fleet's table. */
export interface LiveSummary {
  /** How many requests were sent, and how many of them got any answer. */
  readonly requests: number;
  readonly answered: number;
  /** The microversions that it offers, as its documents state; absent where they state none. */
  readonly oldest?: string;
  readonly newest?: string;
}

/** A rule that a run applied. */
export interface RuleInfo {
  readonly id: string;
  /** The severity of its findings in this run, unless a finding has its own. */
  readonly severity: Severity;
  /** What is true if there is no finding, in one sentence. */
  readonly summary: string;
  /** What it claims, why, a wrong and a right example, and how to turn it off, as Markdown; empty for a rule without documentation. Read when it is first used. */
  readonly help: string;
  /** Its documentation: an absolute URL, or a page of the package with an anchor, `docs/rules.md#status-known`. */
  readonly url?: string;
}

/** Everything that a run found, in the total order of findings; reporters need nothing else. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly summary: Summary;
  /** The rules that were applied, in the order of docs/rules.md. */
  readonly rules: readonly RuleInfo[];
  /** The versions that the documents list; only for a run over versions documents alone. */
  readonly versions?: readonly VersionRow[];
  /** Contracts and microversions; only for a run over a whole project. */
  readonly matrix?: CoverageMatrix;
  /** Only for a run over one live service. */
  readonly live?: LiveSummary;
}

/** A result whose findings do not have the lines around them yet. */
export interface ResultWithTexts extends CheckResult {
  /** The texts that findings point into, by file name. */
  readonly sources: ReadonlyMap<string, Source>;
}
