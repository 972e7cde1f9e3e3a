import type { CaseElement, CaseFormat } from '../cases/case-format';
import { visibleJson } from '../visible-text';

/** The version of the format. */
const SPEC_VERSION = '0.0.0';

/** CTRF, as its own schema describes it. It needs times: that of a case is not measured, and a run starts at 0. */
export function ctrfJson(version: string): CaseFormat {
  return {
    // The text of a JSON string, without the quotes around it.
    escape: (text) => visibleJson(JSON.stringify(text)).slice(1, -1),
    element: testJson,
    document: function* document(suites, milliseconds) {
      const sum = (of: 'tests' | 'failures' | 'skipped') =>
        suites.reduce((total, suite) => total + suite[of], 0);
      const [tests, failed, skipped] = [sum('tests'), sum('failures'), sum('skipped')];
      const head = {
        reportFormat: 'CTRF',
        specVersion: SPEC_VERSION,
        generatedBy: `samplegate ${version}`,
        results: {
          tool: { name: 'samplegate', version },
          summary: {
            tests,
            passed: tests - failed - skipped,
            failed,
            skipped,
            pending: 0,
            other: 0,
            suites: suites.length,
            start: 0,
            stop: milliseconds,
            duration: milliseconds,
          },
          tests: [],
        },
      };
      const [before = '', after = ''] = JSON.stringify(head, undefined, 2).split('[]');
      yield `${before}[`;
      let isFirst = true;
      for (const { cases } of suites) {
        for (const piece of cases) {
          // Each case begins with the comma after the one before.
          yield isFirst ? piece.slice(1) : piece;
          isFirst = false;
        }
      }
      yield `${isFirst ? '' : '\n    '}]${after}\n`;
    },
  };
}

/** A case in one line, in pieces: there are tens of thousands. */
function* testJson({ suite, classname, name, file, line, outcome, skipped }: CaseElement): Iterable<string> {
  const status =
    outcome?.failed === true
      ? 'failed'
      : skipped === undefined || outcome !== undefined
        ? 'passed'
        : 'skipped';
  const test = {
    name: `${classname}: ${name}`,
    status,
    duration: 0,
    suite: suite === classname ? [suite] : [suite, classname],
    filePath: file,
    line,
    message: outcome?.message ?? skipped,
    rawStatus: outcome?.type,
  };
  const text = visibleJson(JSON.stringify(test));
  if (outcome === undefined) {
    yield `,\n      ${text}`;
    return;
  }
  yield `,\n      ${text.slice(0, -1)},"trace":"`;
  yield* outcome.text;
  yield '"}';
}
