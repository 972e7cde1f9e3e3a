import { readPage } from '../project/shipped/read-page';
import { reportJson } from './report-json';
import type { Reporter } from './reporter';

/** The report for people who explore it: the JSON report inside a page that shows it. */
export const reportHtml: Reporter = {
  summary: 'one HTML page to explore, that needs no network: findings to filter, contracts and microversions',
  // Without verdicts the page has no matrix, and says how to get one. Those of a fleet would make it huge, so there `--verbose` decides.
  report: (result, options) =>
    inPage(reportJson.report(result, { ...options, verbose: options.knowsPassed !== false })),
  stream: (write, options, spool) => {
    const [before, after] = readPage();
    write(before);
    const { own, add, end, rest } = reportJson.stream((text) => write(asIsland(text)), options, spool);
    return {
      own,
      add,
      end,
      rest: function* pieces() {
        for (const text of rest?.() ?? []) yield asIsland(text);
        yield after;
      },
    };
  },
  error: (error) => inPage(reportJson.error?.(error) ?? ''),
};

function inPage(json: string): string {
  const [before, after] = readPage();
  return before + asIsland(json) + after;
}

/** JSON text that no HTML parser reads as anything but text: a `<` is only ever inside a JSON string. */
function asIsland(json: string): string {
  return json.replaceAll('<', String.raw`\u003C`);
}
