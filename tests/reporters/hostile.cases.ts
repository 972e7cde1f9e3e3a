import { describe, expect, test } from '@jest/globals';

import type { CheckResult } from '../../src/model/findings/check-result';
import type { Finding } from '../../src/model/findings/finding';
import { isReportFormat, REPORTERS, type ReportFormat } from '../../src/reporters/reporter-registry';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { readXml, type XmlElement } from './read-xml';
import { RED } from './results';

const OPTIONS = { color: false, verbose: true, quiet: false, version: '1.2.3', folder: 'services/compute' };

const FORMATS = Object.keys(REPORTERS).filter(isReportFormat);

/** What samples, servers and names of files may contain. */
const EVIL = [
  '</script><script>alert(1)</script>',
  '<!--',
  'javascript:alert(1)',
  ']]>',
  '&lt; &#x1;',
  '\n::error::fake',
  '\r\n::set-output name=x::y',
  '%0A::error::fake',
  '| a | b |',
  '\\| \\',
  '`code` ``` ~~~',
  '\n\n# heading\n- item\n> quote',
  '\u202Eevil\u2066 \u200B\uFEFF',
  '\u001B[31m\u001B]0;x\u0007\u009B0m',
  '\u0000 \uFFFF \uD800 \u2028',
  '"}],"findings":[{"',
  '[link](http://evil.example.com) ![image](x) <img src=x onerror=alert(1)> @everyone #1',
  '<http://evil.example.com>',
].join(' ');

/** A result with a text wherever something comes from samples, servers, names of files or people. */
function resultWith(text: string): CheckResult {
  const findings = RED.findings.map((finding): Finding => ({
    ...finding,
    message: text,
    groupMessage: text,
    missing: text,
    clients: text,
    manifest: text,
    file: `${text}.json`,
    part: text,
    target: text,
    contract: text,
    microversion: text,
    operations: [text, text],
    curl: text,
    keyword: text,
    keywordLocation: text,
    pointer: `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    excerpt: { line: finding.start.line, column: 1, lines: [text] },
    also: [{ ruleId: 'id-form', keyword: text, keywordLocation: text }],
    related: [{ message: text, file: text, commit: text, start: finding.start, end: finding.end }],
  }));
  return {
    ...RED,
    findings,
    verdicts: [
      {
        name: text,
        group: 'sample',
        file: `${text}.json`,
        part: text,
        contract: text,
        rules: ['id-form'],
        findings,
      },
      { name: text, group: 'response', operations: [text], rules: ['live-answers'], findings: [] },
      { name: 'facts-agree', group: 'rule', rules: ['facts-agree'], findings: [], nothingToJudge: text },
    ],
    versions: [{ file: text, id: text, status: text, oldest: text, newest: text, self: text }],
    summary: {
      ...RED.summary,
      manifest: text,
      alsoRequested: [text],
      wrongOnPurpose: [text],
      notChecked: [{ what: text, one: text, items: [text], nothingOf: text }],
    },
  };
}

function reportOf(format: ReportFormat, text: string): string {
  return REPORTERS[format].report(resultWith(text), OPTIONS);
}

/** The report of two services that are named by the text. */
function fleetReportOf(format: ReportFormat, text: string): string {
  const texts: string[] = [];
  const { own, add, end, rest } = REPORTERS[format].stream((piece) => texts.push(piece), OPTIONS, {
    keep: (piece) => () => piece,
  });
  own(resultWith(text));
  for (const checked of FLEET.slice(0, 2))
    add({ ...checked, target: { ...checked.target, name: text }, result: resultWith(text) });
  end({ ...FLEET_SUMMARY, notChecked: [{ what: text, items: [text] }] });
  return [...texts, ...(rest?.() ?? [])].join('');
}

function elementsIn(element: XmlElement): readonly string[] {
  return [element.name, ...element.children.flatMap(elementsIn)];
}

/** Every string in a JSON value. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

function expectJson(text: string, message: string): void {
  expect(stringsIn(JSON.parse(text)).some((each) => each.includes(message))).toBe(true);
}

/** A text as formats for people show it: unprintable characters are spelt out. */
const SHOWN_ESCAPE = '<U+001B>[31m<U+001B>]0;x<U+0007><U+009B>0m';

/** What a text may not do to a format. Nothing here may depend on how the format escapes. */
const EXPECTATIONS: Readonly<Record<ReportFormat, (text: string) => void>> = {
  pretty: (text) => expect(text).toContain(SHOWN_ESCAPE),
  json: (text) => expectJson(text, EVIL),
  ndjson: (text) => {
    const lines = text.trimEnd().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('kind');
    expect(lines.some((line) => stringsIn(JSON.parse(line)).includes(EVIL))).toBe(true);
  },
  junit: expectJunit,
  'junit:xunit2': expectJunit,
  ctrf: (text) => expectJson(text, SHOWN_ESCAPE),
  github: (text) => {
    const lines = text.trimEnd().split('\n');
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(/^::(?:error|warning|notice) /);
      const [, properties = '', message = ''] = /^::\w+ (.*?)::(.*)$/.exec(line) ?? [];
      expect(message.length).toBeLessThan(4096);
      expect(properties.split(',').map((each) => each.split('=')[0])).toEqual(
        properties.startsWith('title') ? ['title'] : ['file', 'line', 'col', 'endLine', 'endColumn', 'title'],
      );
      // The runner reads `%25` first, so that a percent sign of a text is never an escape.
      expect(message).not.toMatch(/%(?!25|0A|0D)/);
    }
    expect(lines.at(-1)).toMatch(/^samplegate: /);
  },
  gitlab: (text) => expectJson(text, SHOWN_ESCAPE),
  sarif: (text) => expectJson(text, SHOWN_ESCAPE),
  markdown: (text) => {
    expect(text).not.toMatch(/<(?!\/?(?:code|br|details|summary)>)/);
    expect(text).not.toMatch(/(?<!\\)\]\(http:\/\/evil|(?<!\\):\/\/evil|(?<!\\)@everyone/);
    const [beforeHelp = ''] = text.split('<details>');
    for (const line of beforeHelp.split('\n')) expect(line).toMatch(/^(?:$|## samplegate: |### |\| |- )/);
    // A cell has one line, and the rows of a table the same cells.
    for (const row of beforeHelp.split('\n').filter((line) => /^\| (?:error|warning|info) /.test(line)))
      expect(row.replaceAll(/\\./g, '').split('|')).toHaveLength(6);
  },
  html: (text) => {
    expect(text.match(/<script/g)).toHaveLength(2);
    const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(text) ?? [];
    expect(data).not.toContain('<');
    expectJson(data, EVIL);
  },
};

function expectJunit(text: string): void {
  const root = readXml(text);
  expect([...new Set(elementsIn(root))].toSorted()).toEqual(
    ['failure', 'skipped', 'system-out', 'testcase', 'testsuite', 'testsuites'].filter(
      (name) => name !== 'system-out' || text.includes('<system-out'),
    ),
  );
  expect(text).toContain('&lt;U+001B>[31m');
}

describe('text from samples and services is data in every format', () => {
  test.each(FORMATS)('%s', (format) => {
    for (const text of [reportOf(format, EVIL), fleetReportOf(format, EVIL)]) {
      // No terminal acts on it, and nothing hides. The script of the page is not for terminals.
      if (format !== 'html')
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\uFEFF\u2028]/u);
      EXPECTATIONS[format](text);
    }
  });

  test.each(FORMATS)('quiet and coloured: %s', (format) => {
    const text = REPORTERS[format].report(resultWith(EVIL), {
      ...OPTIONS,
      quiet: true,
      color: true,
      columns: 40,
    });
    // The colours of pretty are all that a terminal acts on.
    // oxlint-disable-next-line no-control-regex
    const plain = text.replaceAll(/\u001B\[[0-9;]*m(?!<)/g, '');
    if (format !== 'html') expect(plain).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });
});

/** In UTF-16 code units. The engine cuts long texts; a reporter that is used by itself still ends. */
const HUGE = 1_000_000;
const LONG = HUGE / 4;

describe('a text of a megabyte is no trouble', () => {
  const units = [' ', ' \n', '`', '\u001B', 'é', ']('];

  test.each(FORMATS)('in a message in %s', (format) => {
    const started = process.cpuUsage();
    for (const [index, unit] of units.entries()) {
      const message = unit.repeat(LONG / unit.length);
      const findings = RED.findings.slice(0, 1).map((finding) => ({ ...finding, message }));
      const options = index % 2 === 0 ? { ...OPTIONS, columns: 80 } : OPTIONS;
      expect(REPORTERS[format].report({ ...RED, findings }, options)).toMatch(/\n$/);
    }
    // With a regular expression that searches from each place anew, one of these texts takes a minute.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
  });

  test.each(FORMATS)('wherever it is in %s', (format) => {
    const result = resultWith(EVIL + 'x'.repeat(HUGE) + EVIL);
    const findings = result.findings.slice(0, 1);
    const verdicts = result.verdicts.map((verdict) => ({
      ...verdict,
      findings: verdict.findings.slice(0, 1),
    }));
    expect(REPORTERS[format].report({ ...result, findings, verdicts }, OPTIONS)).toMatch(/\n$/);
  });
});
