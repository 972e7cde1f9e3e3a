/** How many cases there are, and how many of them fail or are skipped. */
export interface CaseCounts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

/** A suite of cases, which are read one by one. */
export interface CaseSuite extends CaseCounts {
  readonly name: string;
  /** Its cases as the format writes them, in pieces. */
  readonly cases: Iterable<string>;
}

/** A case, with printable texts. */
export interface CaseElement {
  readonly suite: string;
  /** What servers group cases by: `west: GET /`, `versions/versions-get-resp.json`. */
  readonly classname: string;
  /** The rule. */
  readonly name: string;
  /** Below the top of the repository. */
  readonly file?: string;
  readonly line?: number;
  /** What was found: escaped, in pieces. Absent where nothing was found. */
  readonly outcome?: {
    readonly text: Iterable<string>;
    /** In a few words, and with its severity. */
    readonly message: string;
    readonly type: string | undefined;
    readonly failed: boolean;
  };
  /** Why it was skipped. */
  readonly skipped?: string;
}

/** A format of test cases. */
export interface CaseFormat {
  /** Escapes a printable text of several lines. */
  readonly escape: (text: string) => string;
  /** A case, in pieces; the first is not empty. */
  readonly element: (element: CaseElement) => Iterable<string>;
  /** A report, in pieces. `milliseconds` is how long the run took, where that is known. */
  readonly document: (suites: readonly CaseSuite[], milliseconds: number) => Iterable<string>;
}
