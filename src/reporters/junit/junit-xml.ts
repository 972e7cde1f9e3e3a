import { xmlAttributes } from './xml-text';

/** How many cases there are, and how many of them fail or are skipped. */
export interface JunitCounts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

/** A suite: its counts are written before its cases, which are read one by one. */
export interface JunitSuite extends JunitCounts {
  readonly name: string;
  /** The XML of its cases, in pieces. */
  readonly cases: Iterable<string>;
}

/** A case, with printable texts. */
export interface JunitElement {
  readonly classname: string;
  readonly name: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** What was found: its XML, in pieces, and for a case that fails, in a few words and with its severity. Absent where nothing was found. */
  readonly outcome?: {
    readonly text: Iterable<string>;
    readonly failure?: { readonly message: string; readonly type: string | undefined };
  };
  /** Why it was skipped. */
  readonly skipped?: string;
}

/** A JUnit document, in pieces. */
export function* junitXml(suites: readonly JunitSuite[]): Iterable<string> {
  const all = {
    tests: suites.reduce((sum, { tests }) => sum + tests, 0),
    failures: suites.reduce((sum, { failures }) => sum + failures, 0),
    skipped: suites.reduce((sum, { skipped }) => sum + skipped, 0),
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${countAttributes('samplegate', all)}>\n`;
  for (const suite of suites) {
    const start = `  <testsuite${countAttributes(suite.name, suite)}`;
    if (suite.tests === 0) yield `${start}/>\n`;
    else {
      yield `${start}>\n`;
      yield* suite.cases;
      yield '  </testsuite>\n';
    }
  }
  yield '</testsuites>\n';
}

function countAttributes(name: string, { tests, failures, skipped }: JunitCounts): string {
  return xmlAttributes({ name, tests, failures, errors: 0, skipped });
}

/** The XML of a case, in pieces. */
export function* caseXml({ classname, name, file, line, outcome, skipped }: JunitElement): Iterable<string> {
  const start = `    <testcase${xmlAttributes({ classname, name, file, line })}`;
  if (outcome === undefined) {
    yield skipped === undefined
      ? `${start}/>\n`
      : `${start}>\n      <skipped${xmlAttributes({ message: skipped })}/>\n    </testcase>\n`;
    return;
  }
  const element = outcome.failure === undefined ? 'system-out' : 'failure';
  yield `${start}>\n      <${element}${xmlAttributes({ ...outcome.failure })}>`;
  yield* outcome.text;
  yield `</${element}>\n    </testcase>\n`;
}
