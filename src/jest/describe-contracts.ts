import { beforeAll, describe, expect, test } from '@jest/globals';

import { assertCanFetch, assertPathsFilled } from '../engine/fetch/assert-can-fetch';
import { check } from '../engine/check';
import { pathEnvironment, type LiveOptions } from '../engine/fetch/connect';
import { openProject, type ProjectOptions } from '../engine/open/open-project';
import { activeRules } from '../engine/judge/run-rules';
import { isAboutOneDocument } from '../engine/judge/verdicts';
import { parseTargetUrl } from '../live/target-url';
import { usersOf } from '../model/contract';
import type { CheckResult, Verdict } from '../model/check-result';
import type { Project } from '../model/project';
import { documentName } from '../model/source';
import { isAtLeast, type Severity } from '../model/severity';
import { findingInDocument } from '../reporters/finding-in-document';
import { RULES } from '../rules/rule-registry';
import { fromTestFile } from './from-test-file';
import { rethrowUsageError } from './rethrow-usage-error';
import { verdictText } from './verdict-text';

/** Which manifest (default: found from the test file upwards) and service to check, and which findings fail a test. */
export interface ContractTestOptions extends ProjectOptions {
  /** The lowest severity that fails a test. Default: error. */
  readonly failOn?: Severity;
  /**
   * A live service to check against the contracts, or a function that starts one. If the environment variable SAMPLEGATE_LIVE_URL is set,
   * the service at that URL is checked instead, even without this option. Default: no service.
   */
  readonly live?: LiveOptions | (() => Promise<LiveOptions>);
}

/**
 * Declares one test per sample of the manifest and one per rule that looks across documents. With a live service, also one per live request
 * and one for all other responses that self links lead to. A failed test prints the findings like `samplegate check`. Throws an Error that
 * lists every mistake if the manifest is wrong.
 */
export function describeContracts({ failOn = 'error', live, ...options }: ContractTestOptions = {}): void {
  const project = rethrowUsageError(() => openProject(fromTestFile(options)), describeContracts);
  const service = liveService(live, process.env['SAMPLEGATE_LIVE_URL']);
  if (typeof service === 'object') rethrowUsageError(() => parseTargetUrl(service.url), describeContracts);
  if (service !== undefined) rethrowUsageError(() => assertCanFetch(project), describeContracts);
  if (typeof service === 'object') {
    rethrowUsageError(() => assertPathsFilled(project, pathEnvironment(service)), describeContracts);
  }
  const across = activeRules(RULES, project.rules).filter((rule) => !isAboutOneDocument(rule));
  describe(`contracts of ${project.manifest.name}`, () => {
    let result: CheckResult;
    beforeAll(async () => {
      const target = typeof service === 'function' ? await service() : service;
      result = await check({ project, ...(target === undefined ? {} : { live: target }) });
    }, LIVE_TIMEOUT);
    for (const sample of project.samples) {
      const { name } = sample.document.source;
      const [operation] = usersOf(sample) ?? [];
      test(operation === undefined ? name : `${operation}: ${name}`, () =>
        expectNoFindings(result, failOn, (verdict) => nameOf(verdict) === name),
      );
    }
    const requests = service === undefined ? [] : [...liveRequests(project)];
    for (const request of requests) {
      test(request, () =>
        expectNoFindings(result, failOn, ({ group, name }) => group === 'response' && name === request),
      );
    }
    if (requests.length > 0) {
      // These responses are only known after the run, so they share one test.
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

/** The title of the test for responses that no live request of the manifest names. */
const BEYOND_THE_MANIFEST = 'responses that self links lead to';

/** In milliseconds. A service may need time to start and to answer; each request has its own time limit. */
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

/** The name of the document that a verdict is about. */
function nameOf({ file, part }: Verdict): string | undefined {
  return file === undefined ? undefined : documentName({ file, part });
}

function expectNoFindings(
  result: CheckResult,
  failOn: Severity,
  isOfTest: (verdict: Verdict) => boolean,
): void {
  const verdicts = result.verdicts.filter(isOfTest);
  if (verdicts.length === 0) throw new Error('the run has no verdict for this test');
  failOnFindings(verdicts, result, failOn);
}

function failOnFindings(verdicts: readonly Verdict[], result: CheckResult, failOn: Severity): void {
  const failing = verdicts
    .flatMap((verdict) => verdict.findings.map((finding) => findingInDocument(finding, nameOf(verdict))))
    .filter(({ severity }) => isAtLeast(severity, failOn));
  if (failing.length === 0) {
    expect(failing).toEqual([]);
    return;
  }
  const error = new Error(verdictText(failing, result));
  // The stack would only show this file, which does not help a user.
  error.stack = error.message;
  throw error;
}
