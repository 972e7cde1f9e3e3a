import { beforeAll, describe, expect, test } from '@jest/globals';

import { checkProject } from '../engine/check';
import { openProject, type ProjectOptions } from '../engine/open-project';
import { activeRules } from '../engine/run-rules';
import { isAboutOneDocument } from '../engine/verdicts';
import type { CheckResult, Verdict } from '../model/check-result';
import { isAtLeast, type Severity } from '../model/severity';
import { RULES } from '../rules/registry';
import { inPlainWords } from './in-plain-words';
import { verdictText } from './verdict-text';

/** Which manifest, and what fails a test. */
export interface ContractTestOptions extends ProjectOptions {
  /** The least severity that fails a test. Default: error. */
  readonly failOn?: Severity;
}

/**
 * Declares a test for every sample of the manifest and one for every rule that looks across documents.
 * A failure prints what `samplegate check` prints of it. Throws an Error that says what is wrong when the manifest is.
 */
export function describeContracts({ failOn = 'error', ...options }: ContractTestOptions = {}): void {
  const project = inPlainWords(() => openProject(options), describeContracts);
  const across = activeRules(RULES, project.rules).filter((rule) => !isAboutOneDocument(rule));
  describe(`contracts of ${project.manifest.name}`, () => {
    let result: CheckResult;
    beforeAll(async () => {
      result = await checkProject(project);
    });
    for (const { document } of project.samples) {
      const { name } = document.source;
      test(name, () => expectNoFindings(result, failOn, ({ file }) => file === name));
    }
    for (const { id } of across) {
      test(id, () => expectNoFindings(result, failOn, ({ group, name }) => group === 'rule' && name === id));
    }
  });
}

function expectNoFindings(
  result: CheckResult,
  failOn: Severity,
  isMeant: (verdict: Verdict) => boolean,
): void {
  const verdict = result.verdicts.find(isMeant);
  if (verdict === undefined) throw new Error('this test was declared, but the run has no verdict on it');
  const failing = verdict.findings.filter(({ severity }) => isAtLeast(severity, failOn));
  if (failing.length === 0) {
    expect(failing).toEqual([]);
    return;
  }
  const error = new Error(verdictText(failing, result));
  // The stack would show this file, which tells a user nothing.
  error.stack = error.message;
  throw error;
}
