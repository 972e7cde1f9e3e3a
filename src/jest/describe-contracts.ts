import { beforeAll, describe, expect, test } from '@jest/globals';

import { assertCanFetch } from '../engine/fetch/assert-can-fetch';
import { check } from '../engine/check';
import type { LiveOptions } from '../engine/fetch/connect';
import { openProject, type ProjectOptions } from '../engine/open/open-project';
import { activeRules } from '../engine/judge/run-rules';
import { isAboutOneDocument } from '../engine/judge/verdicts';
import { parseTargetUrl } from '../live/target-url';
import type { CheckResult, Verdict } from '../model/check-result';
import type { Project } from '../model/project';
import { isAtLeast, type Severity } from '../model/severity';
import { RULES } from '../rules/rule-registry';
import { inPlainWords } from './in-plain-words';
import { verdictText } from './verdict-text';

/** Which manifest, which service, and what fails a test. */
export interface ContractTestOptions extends ProjectOptions {
  /** The least severity that fails a test. Default: error. */
  readonly failOn?: Severity;
  /**
   * The live service to hold to the contracts too, or what starts one and gives it. Default: the URL in the environment variable
   * SAMPLEGATE_LIVE_URL, which goes before a service that tests start; no service where there is neither.
   */
  readonly live?: LiveOptions | (() => Promise<LiveOptions>);
}

/**
 * Declares a test for every sample of the manifest; where there is a service, one for every live request and one for all that self links
 * lead to beyond them; and one for every rule that looks across documents. A failure prints what `samplegate check` prints of it. Throws an Error that says what is wrong when the manifest is.
 */
export function describeContracts({ failOn = 'error', live, ...options }: ContractTestOptions = {}): void {
  const project = inPlainWords(() => openProject(options), describeContracts);
  const service = liveService(live, process.env['SAMPLEGATE_LIVE_URL']);
  if (typeof service === 'object') inPlainWords(() => parseTargetUrl(service.url), describeContracts);
  if (service !== undefined) inPlainWords(() => assertCanFetch(project), describeContracts);
  const across = activeRules(RULES, project.rules).filter((rule) => !isAboutOneDocument(rule));
  describe(`contracts of ${project.manifest.name}`, () => {
    let result: CheckResult;
    beforeAll(async () => {
      const target = typeof service === 'function' ? await service() : service;
      result = await check({ project, ...(target === undefined ? {} : { live: target }) });
    }, LIVE_TIMEOUT);
    for (const { document } of project.samples) {
      const { name } = document.source;
      test(name, () => expectNoFindings(result, failOn, ({ file }) => file === name));
    }
    const requests = service === undefined ? [] : [...liveRequests(project)];
    for (const request of requests) {
      test(request, () =>
        expectNoFindings(result, failOn, ({ group, name }) => group === 'response' && name === request),
      );
    }
    if (requests.length > 0) {
      // Which these are is only known when the answers are there.
      test(BEYOND_THE_MANIFEST, () => {
        const beyond = result.verdicts.filter(
          ({ group, name }) => group === 'response' && !requests.includes(name),
        );
        failOnFindings(beyond, result, failOn);
      });
    }
    for (const { id } of across) {
      test(id, () => expectNoFindings(result, failOn, ({ group, name }) => group === 'rule' && name === id));
    }
  });
}

/** The title of the test over the responses that no live request of the manifest names. */
const BEYOND_THE_MANIFEST = 'what self links lead to';

/** A service may take its time to start and to answer; each request has a time limit of its own. */
const LIVE_TIMEOUT = 120_000;

function liveService(
  live: ContractTestOptions['live'],
  url: string | undefined,
): ContractTestOptions['live'] {
  if (url === undefined || url === '') return live;
  return typeof live === 'object' ? { ...live, url } : { url, env: process.env };
}

function liveRequests({ contracts }: Project): ReadonlySet<string> {
  return new Set(contracts.flatMap(({ live }) => live.map(({ method, path }) => `${method} ${path}`)));
}

function expectNoFindings(
  result: CheckResult,
  failOn: Severity,
  isMeant: (verdict: Verdict) => boolean,
): void {
  const verdicts = result.verdicts.filter(isMeant);
  if (verdicts.length === 0) throw new Error('this test was declared, but the run has no verdict on it');
  failOnFindings(verdicts, result, failOn);
}

function failOnFindings(verdicts: readonly Verdict[], result: CheckResult, failOn: Severity): void {
  const failing = verdicts
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => isAtLeast(severity, failOn));
  if (failing.length === 0) {
    expect(failing).toEqual([]);
    return;
  }
  const error = new Error(verdictText(failing, result));
  // The stack would show this file, which tells a user nothing.
  error.stack = error.message;
  throw error;
}
