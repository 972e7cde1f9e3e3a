import type { XMLElement } from 'xmlbuilder';
import type { CheckResult } from '../model/check-result';
import type { Finding } from '../model/finding';
import type { Severity } from '../model/severity';
import { documentName, type Source } from '../model/source';
import { findingInDocument } from './finding-in-document';
import { formatFindings } from './format-findings';
import { junitCases, type JunitCase } from './junit-cases';
import type { Reporter } from './reporter';
import { isWholeResponse } from './response-place';
import { visibleText } from './visible-text';

/** The report for CI servers: a test case per sample and rule, passing ones too; no times, so that equal runs give equal files. */
export const reportJunit: Reporter = {
  summary: 'JUnit XML for CI servers: a test case per sample and rule',
  report: (result, { failOn = 'error' }) => junitXml(result, failOn),
};

function junitXml(result: CheckResult, failOn: Severity): string {
  const cases = junitCases(result, failOn);
  const root = builder().create('testsuites', { encoding: 'UTF-8' });
  addCounts(root.att('name', 'samplegate'), cases);
  for (const [name, group] of [
    ['samples', 'sample'],
    ['responses', 'response'],
    ['rules', 'rule'],
  ] as const) {
    const ofGroup = cases.filter((testCase) => testCase.group === group);
    if (group === 'response' && ofGroup.length === 0) continue;
    const suite = addCounts(root.ele('testsuite', { name }), ofGroup);
    for (const testCase of ofGroup) addCase(suite, testCase, result.sources);
  }
  return `${root.end({ pretty: true })}\n`;
}

/** Loaded when first used, because other formats do not need it. */
function builder(): typeof import('xmlbuilder') {
  return require('xmlbuilder');
}

function addCounts(element: XMLElement, cases: readonly JunitCase[]): XMLElement {
  const failures = cases.filter(({ failed }) => failed).length;
  return element.att('tests', cases.length).att('failures', failures).att('errors', 0).att('skipped', 0);
}

/** A finding below the fail level is printed with its case, but does not fail it. */
function addCase(suite: XMLElement, testCase: JunitCase, sources: ReadonlyMap<string, Source>): void {
  const { subject, rule, file, part, findings, severity, failed } = testCase;
  const element = suite.ele('testcase', { classname: visibleText(subject), name: rule });
  if (file !== undefined) element.att('file', visibleText(file));
  const [first] = findings;
  if (first === undefined) return;
  const document = file === undefined ? undefined : documentName({ file, part });
  if (first.file === file && !isWholeResponse(first)) element.att('line', first.start.line);
  const text = formatFindings(
    findings.map((finding) => findingInDocument(finding, document)),
    sources,
    { color: false },
  );
  if (failed) element.ele('failure', { message: headline(first, findings.length), type: severity }).txt(text);
  else element.ele('system-out').txt(text);
}

function headline({ ruleId, message }: Finding, total: number): string {
  return `${ruleId}: ${visibleText(message)}${total > 1 ? ` (and ${total - 1} more)` : ''}`;
}
