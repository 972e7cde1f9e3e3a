import type { CaseCounts, CaseElement, CaseFormat, CaseSuite } from '../cases/case-format';
import { xmlAttributes, xmlText } from './xml-text';

/** JUnit's XML. `hasPlaces`: with `file` and `line`, which most servers show, and strict ones reject. */
export function junitXml({ hasPlaces }: { readonly hasPlaces: boolean }): CaseFormat {
  return { escape: xmlText, element: (element) => caseXml(element, hasPlaces), document: documentXml };
}

function* documentXml(suites: readonly CaseSuite[]): Iterable<string> {
  const sum = (of: keyof CaseCounts) => suites.reduce((total, suite) => total + suite[of], 0);
  const counts = { tests: sum('tests'), failures: sum('failures'), errors: 0 };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: 'samplegate', ...counts })}>\n`;
  for (const { name, tests, failures, skipped, cases } of suites) {
    const start = `  <testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped })}`;
    if (tests === 0) yield `${start}/>\n`;
    else {
      yield `${start}>\n`;
      yield* cases;
      yield '  </testsuite>\n';
    }
  }
  yield '</testsuites>\n';
}

/** The XML of a case, in pieces. What was found and does not fail it is its output. */
function* caseXml(
  { classname, name, file, line, outcome, skipped }: CaseElement,
  hasPlaces: boolean,
): Iterable<string> {
  const start = `    <testcase${xmlAttributes({ classname, name, ...(hasPlaces ? { file, line } : {}) })}`;
  if (outcome === undefined) {
    yield skipped === undefined
      ? `${start}/>\n`
      : `${start}>\n      <skipped${xmlAttributes({ message: skipped })}/>\n    </testcase>\n`;
    return;
  }
  const { text, message, type, failed } = outcome;
  const element = failed ? 'failure' : 'system-out';
  yield `${start}>\n      <${element}${failed ? xmlAttributes({ message, type }) : ''}>`;
  yield* text;
  yield `</${element}>\n    </testcase>\n`;
}
