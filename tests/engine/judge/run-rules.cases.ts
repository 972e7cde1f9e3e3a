import { expect, test } from '@jest/globals';

import { activeRules, runRules } from '../../../src/engine/judge/run-rules';
import { NO_SUBJECTS } from '../../../src/engine/subjects/subjects';
import { createTextSource } from '../../../src/text/text-source';
import type { Document } from '../../../src/model/documents/document';
import { NO_EVIDENCE, type AnyRule, type Evidence, type Rule } from '../../../src/rules/rule';

const evidence: Evidence = {
  ...NO_EVIDENCE,
  verdict: () => ({ kind: 'checked', violations: [] }),
};

function documentOf(name: string): Document {
  return { source: createTextSource(name, ''), kind: 'sample', origin: 'samples', value: {}, problems: [] };
}

const strict: Rule<'document'> = {
  id: 'strict',
  subject: 'document',
  severity: 'error',
  summary: '',
  check: function* ({ source: { name: file } }) {
    yield { at: { file }, message: `bad ${file}` };
    yield { at: { file }, message: `odd ${file}`, severity: 'info' };
  },
};

const silent: AnyRule = { id: 'silent', subject: 'fact', severity: 'error', summary: '', check: () => [] };

const subjects = { ...NO_SUBJECTS, document: [documentOf('a.json'), documentOf('b.json')] };

function reported(levels: Parameters<typeof runRules>[3]): readonly string[] {
  return runRules([strict, silent], subjects, evidence, levels).map(
    ({ rule, severity, message }) => `${severity} ${rule.id}: ${message}`,
  );
}

test("each rule runs on every subject of its kind, and a report may differ from its rule's severity", () => {
  expect(reported({})).toEqual([
    'error strict: bad a.json',
    'info strict: odd a.json',
    'error strict: bad b.json',
    'info strict: odd b.json',
  ]);
});

test('a level in the manifest applies to all reports of the rule', () => {
  expect(reported({ strict: 'warning', silent: 'error' })).toEqual([
    'warning strict: bad a.json',
    'warning strict: odd a.json',
    'warning strict: bad b.json',
    'warning strict: odd b.json',
  ]);
});

test('a rule that is off is not run, others are', () => {
  expect(activeRules([strict, silent], { strict: 'off', silent: 'info' })).toEqual([silent]);
});
