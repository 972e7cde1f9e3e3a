import { describe, expect, test } from '@jest/globals';

import { reportJunit } from '../../src/reporters/report-junit';
import { reportJunitXunit2 } from '../../src/reporters/report-junit-xunit2';
import { FLEET, FLEET_SUMMARY } from './fleet-results';
import { LIVE_RED } from './live-results';
import { readXml, type XmlElement } from './read-xml';
import { GREEN, HOSTILE, RED, resultOf } from './results';

const OPTIONS = { color: false, verbose: false, quiet: false, version: '1.2.3' };

/** What an element may have; attributes that it needs end in `!`. */
interface Allowed {
  readonly attributes: readonly string[];
  readonly children: readonly string[];
  readonly text: boolean;
}

const OUTCOME: Allowed = { attributes: ['type', 'message'], children: [], text: true };

/** What junit-10.xsd of Jenkins' xUnit plugin says of the elements that we write. It lets cases and suites have them in any order and number. */
const XUNIT2: Readonly<Record<string, Allowed>> = {
  testsuites: {
    attributes: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
    text: false,
  },
  testsuite: {
    attributes: [
      'name!',
      'tests!',
      'failures!',
      'errors!',
      'group',
      'time',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
      'file',
      'log',
      'url',
    ],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    text: false,
  },
  testcase: {
    attributes: ['name!', 'time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    text: false,
  },
  skipped: OUTCOME,
  failure: OUTCOME,
  'system-out': { attributes: [], children: [], text: true },
};

/** What is wrong in an element, and below it. */
function mistakes({ name, attributes, children, text }: XmlElement): readonly string[] {
  const allowed = XUNIT2[name];
  if (allowed === undefined) return [`element ${name}`];
  const known = new Set(allowed.attributes.map((attribute) => attribute.replace('!', '')));
  return [
    ...Object.keys(attributes).flatMap((key) => (known.has(key) ? [] : [`${name} ${key}`])),
    ...allowed.attributes
      .filter((key) => key.endsWith('!') && attributes[key.slice(0, -1)] === undefined)
      .map((key) => `${name} without ${key}`),
    ...children.flatMap((child) =>
      allowed.children.includes(child.name) ? mistakes(child) : [`${child.name} in ${name}`],
    ),
    ...(allowed.text || text.trim() === '' ? [] : [`text in ${name}`]),
  ];
}

function fleetText(): string {
  const output = reportJunitXunit2.stream(() => {}, OPTIONS, { keep: (text) => () => text });
  output.own(RED);
  for (const checked of FLEET) output.add(checked);
  output.end(FLEET_SUMMARY);
  return [...(output.rest?.() ?? [])].join('');
}

describe("the JUnit report for Jenkins' xUnit plugin", () => {
  test.each([
    ['without findings', reportJunitXunit2.report(GREEN, OPTIONS)],
    ['with findings', reportJunitXunit2.report(RED, OPTIONS)],
    ['of a hostile file', reportJunitXunit2.report(HOSTILE, OPTIONS)],
    ['of a live service', reportJunitXunit2.report(LIVE_RED, OPTIONS)],
    ['of nothing', reportJunitXunit2.report(resultOf([]), OPTIONS)],
    ['of many services', fleetText()],
  ])('has only what its schema allows %s', (_, xml) => {
    expect(mistakes(readXml(xml))).toEqual([]);
  });

  test.each([
    ['<testsuites ', '<testsuites skipped="0" ', 'testsuites skipped'],
    ['<testcase ', '<testcase line="1" ', 'testcase line'],
    [' failures="', ' failed="', 'testsuites failed'],
    ['<system-out>', '<system-out message="">', 'system-out message'],
    ['<testcase classname="rules" name="folder-in-range"/>', '<case/>', 'case in testsuite'],
  ])('is rejected with %s replaced by %s', (text, wrong, mistake) => {
    const xml = reportJunitXunit2.report(RED, OPTIONS);
    expect(xml).toContain(text);
    expect(mistakes(readXml(xml.replace(text, wrong)))).toContain(mistake);
  });

  test('is the other one without places', () => {
    const junit = reportJunit.report(RED, OPTIONS);
    expect(mistakes(readXml(junit))).toContain('testcase file');
    expect(reportJunitXunit2.report(RED, OPTIONS)).toBe(junit.replaceAll(/ (?:file|line)="[^"]*"/g, ''));
  });
});
