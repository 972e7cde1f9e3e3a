import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { reportHtml } from '../../src/reporters/report-html';
import { reportJson } from '../../src/reporters/report-json';
import type { Reporter } from '../../src/reporters/reporter';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { findingAt, GREEN, HOSTILE, RED, resultOf } from './results';
import { createJsonSource } from '../../src/text/json/json-source';

const OPTIONS = { color: false, verbose: false, quiet: false, version: '1.2.3' };

/** The texts of all elements with this name. */
function textsOf(name: string, html: string): readonly string[] {
  return Array.from(
    html.matchAll(new RegExp(`<${name}\\b[^>]*>(.*?)</${name}>`, 'gs')),
    ([, text = '']) => text,
  );
}

/** The data in the page, and the script. */
function scriptsOf(html: string): readonly [data: string, script: string] {
  const [data = '', script = ''] = textsOf('script', html);
  return [data, script];
}

/** A text in a policy of the page. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What a reporter writes about many services. */
function fleetText({ stream }: Reporter): string {
  const texts: string[] = [];
  const { own, add, end, rest } = stream((text) => texts.push(text), OPTIONS, {
    keep: (text) => () => text,
  });
  own(RED);
  for (const checked of FLEET) add(checked);
  end(FLEET_SUMMARY);
  return [...texts, ...(rest?.() ?? [])].join('');
}

describe('the HTML page', () => {
  test.each([
    ['without findings', GREEN],
    ['with findings', RED],
    ['of a hostile file', HOSTILE],
  ])('has the JSON report with everything as its data: %s', (_, result) => {
    const [data] = scriptsOf(reportHtml.report(result, OPTIONS));
    const json = reportJson.report(result, { ...OPTIONS, verbose: true });
    expect(JSON.parse(data)).toEqual(JSON.parse(json));
  });

  test('has the JSON report of many services as its data, written while they are checked', () => {
    const [data] = scriptsOf(fleetText(reportHtml));
    expect(data).not.toContain('<');
    expect(JSON.parse(data)).toEqual(JSON.parse(fleetText(reportJson)));
  });

  test('has no other markup from texts of a report', () => {
    const source = createJsonSource('</script><script>alert(1)</script>.json', '{"a": "<!--<script>"}');
    const finding = findingAt(source, 'value /a', {
      ruleId: 'hostile',
      severity: 'error',
      message: '</SCRIPT ><img src=x onerror=alert(1)> <!-- ]]> \u2028\u0000',
    });
    const html = reportHtml.report(
      resultOf([{ name: source.name, group: 'sample', rules: [], findings: [finding] }]),
      OPTIONS,
    );
    const shell = reportHtml.report(GREEN, OPTIONS);
    const [data] = scriptsOf(html);
    expect(data).not.toContain('<');
    expect(html.replace(data, '')).toBe(shell.replace(scriptsOf(shell)[0], ''));
    expect(JSON.parse(data)).toMatchObject({ findings: [{ message: finding.message, file: finding.file }] });
  });

  test('allows only its own script and style, and no connection', () => {
    const html = reportHtml.report(GREEN, OPTIONS);
    const [, script] = scriptsOf(html);
    const [style = ''] = textsOf('style', html);
    expect(html).toContain(
      `content="default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
    // A framework would be larger.
    expect(script.length + style.length).toBeLessThan(60_000);
  });

  test('says why a run could not start', () => {
    const [data] = scriptsOf(reportHtml.error?.({ message: 'no file <a>', file: 'contracts.yaml' }) ?? '');
    expect(JSON.parse(data)).toMatchObject({ error: { message: 'no file <a>', file: 'contracts.yaml' } });
  });
});
