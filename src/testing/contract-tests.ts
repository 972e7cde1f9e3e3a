import { assertCanFetch, assertPathsFilled } from '../engine/fetch/assert-can-fetch';
import { check } from '../engine/check';
import { LIVE_SERVICE, pathEnvironment, type LiveOptions } from '../engine/fetch/connect';
import { openProjects } from '../engine/open/open-projects';
import { aCall, either, oneWordOf, type OptionKinds } from '../engine/options/option-kinds';
import { refuseWrongOptions } from '../engine/options/refuse-wrong-options';
import { activeRules } from '../engine/judge/run-rules';
import { isAboutOneDocument } from '../engine/judge/verdicts';
import { parseTargetUrl } from '../live/target-url';
import { usersOf } from '../model/contracts/contract';
import type { CheckResult, Verdict } from '../model/findings/check-result';
import type { Finding } from '../model/findings/finding';
import type { Project } from '../model/project/project';
import { documentName } from '../model/documents/source';
import { SEVERITIES, type Severity } from '../model/severity';
import { UsageError } from '../model/usage-error';
import { MANIFEST_NAMES } from '../project/manifest/find-manifest';
import { findingInDocument } from '../reporters/finding-in-document';
import { RULES } from '../rules/rule-registry';
import { failuresByTest } from './failures-by-test';
import { framedError, framedUsageError } from './framed-error';
import { MANIFEST_CHOICE, manifestsOptionsOf, type ManifestChoice } from './manifest-choice';
import { verdictText } from './verdict-text';

/** Which manifest and service to check, and which findings fail a test. */
export interface ContractTestOptions extends ManifestChoice {
  /** The lowest severity that fails a test. Default: error. */
  readonly failOn?: Severity;
  /**
   * A live service to check against the contracts, or a function that starts one. If the environment variable SAMPLEGATE_LIVE_URL is set,
   * the service at that URL is checked instead, even without this option. Default: no service.
   */
  readonly live?: LiveOptions | (() => Promise<LiveOptions>);
}

const OPTIONS: OptionKinds<ContractTestOptions> = {
  ...MANIFEST_CHOICE,
  failOn: oneWordOf(SEVERITIES),
  live: either(LIVE_SERVICE, aCall<() => Promise<LiveOptions>>()),
};

/** One test, for any test runner. */
export interface ContractTest {
  /** A sample, a live request, or the id of a rule that looks across documents. */
  readonly name: string;
  /** The manifest that it belongs to, as findings name it. */
  readonly manifest: string;
  /** Rejects with the findings, printed like those of `samplegate check`, if the test fails. The first call starts the run that all tests share. */
  readonly run: () => Promise<void>;
}

/**
 * One test per sample of a manifest and one per rule that looks across documents. With a live service, also one per live request and one for
 * all other responses that self links lead to. If the manifest cannot be used, there is one test, which fails with every mistake in it.
 */
export function contractTests(options: ContractTestOptions = {}): readonly ContractTest[] {
  try {
    return testsOf(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { source, topic } = error;
    return [
      {
        name: 'the contracts can be checked',
        manifest:
          (topic === 'manifest' ? source?.name : undefined) ?? firstNamed(options) ?? MANIFEST_NAMES[0] ?? '',
        run: () => Promise.reject(framedUsageError(error)),
      },
    ];
  }
}

function firstNamed(choice: ManifestChoice | null): string | undefined {
  const manifest = choice?.manifest;
  return typeof manifest === 'string' ? manifest : manifest?.[0];
}

/** A test before it has a result: which verdicts are about it. */
interface DeclaredTest {
  readonly key: string;
  readonly name: string;
  /** The document that the test is about; absent where there is not exactly one. */
  readonly document?: string;
}

/** The title of the test for responses that no live request of the manifest names. */
const BEYOND_THE_MANIFEST = 'responses that self links lead to';

function testsOf(options: ContractTestOptions): readonly ContractTest[] {
  refuseWrongOptions(options, OPTIONS, 'contract tests');
  const { failOn = 'error', live, ...choice } = options;
  const projects = openProjects(manifestsOptionsOf(choice));
  const service = liveService(live, process.env['SAMPLEGATE_LIVE_URL']);
  if (service !== undefined && projects.length > 1)
    throw new UsageError(
      `a live service is checked with one manifest, not with ${projects.length}: choose one with \`--manifest FILE\``,
    );
  return projects.flatMap((project) => testsOfProject(project, failOn, service));
}

function testsOfProject(
  project: Project,
  failOn: Severity,
  service: ContractTestOptions['live'],
): readonly ContractTest[] {
  if (service !== undefined) assertCanFetch(project);
  if (typeof service === 'object') {
    parseTargetUrl(service.url);
    assertPathsFilled(project, pathEnvironment(service));
  }
  const tests = [
    ...sampleTests(project),
    ...(service === undefined ? [] : requestTests(project)),
    ...ruleTests(project),
  ];
  const keys = new Set(tests.map(({ key }) => key));
  const rest = tests.at(-1)?.key ?? '';
  let run: Promise<Outcome> | undefined;
  const outcome = () =>
    (run ??= runProject(project, service).then((result) => ({
      result,
      judged: new Set(result.verdicts.map((verdict) => keyOf(verdict, keys))),
      failures: failuresByTest(result, { keyOf: (verdict) => keyOf(verdict, keys), rest, failOn }),
    })));
  return tests.map((test) => ({
    name: test.name,
    manifest: project.manifest.name,
    run: async () => failOnFindings(test, await outcome()),
  }));
}

function sampleTests({ samples }: Project): readonly DeclaredTest[] {
  return samples.map((sample) => {
    const document = sample.document.source.name;
    const [operation] = usersOf(sample) ?? [];
    return {
      key: `sample ${document}`,
      name: operation === undefined ? document : `${operation}: ${document}`,
      document,
    };
  });
}

function requestTests({ contracts }: Project): readonly DeclaredTest[] {
  const names = new Set(contracts.flatMap(({ live }) => live.map(({ method, path }) => `${method} ${path}`)));
  return [
    ...[...names].map((name) => ({ key: `response ${name}`, name })),
    // These responses are only known after the run, so they share one test.
    { key: BEYOND_THE_MANIFEST, name: BEYOND_THE_MANIFEST },
  ];
}

function ruleTests({ rules }: Project): readonly DeclaredTest[] {
  return (
    activeRules(RULES, rules)
      // A test does not compare with a base.
      .filter((rule) => !isAboutOneDocument(rule) && rule.subject !== 'change')
      .map(({ id }) => ({ key: `rule ${id}`, name: id }))
  );
}

function keyOf(verdict: Verdict, keys: ReadonlySet<string>): string {
  const name = verdict.group === 'sample' ? nameOf(verdict) : verdict.name;
  const key = `${verdict.group} ${name}`;
  return verdict.group === 'response' && !keys.has(key) ? BEYOND_THE_MANIFEST : key;
}

/** The name of the document that a verdict is about. */
function nameOf({ file, part }: Verdict): string | undefined {
  return file === undefined ? undefined : documentName({ file, part });
}

/** What the run of all tests gave. */
interface Outcome {
  readonly result: CheckResult;
  /** The keys of the tests that the run has a verdict for. */
  readonly judged: ReadonlySet<string>;
  readonly failures: ReadonlyMap<string, readonly Finding[]>;
}

async function runProject(project: Project, service: ContractTestOptions['live']): Promise<CheckResult> {
  try {
    const target = typeof service === 'function' ? await service() : service;
    return await check({ project, cache: true, ...(target === undefined ? {} : { live: target }) });
  } catch (error) {
    throw framedUsageError(error);
  }
}

function liveService(
  live: ContractTestOptions['live'],
  url: string | undefined,
): ContractTestOptions['live'] {
  if (url === undefined || url === '') return live;
  return typeof live === 'object' ? { ...live, url } : { url, env: process.env };
}

function failOnFindings({ key, document }: DeclaredTest, { result, judged, failures }: Outcome): void {
  const failing = failures.get(key) ?? [];
  if (failing.length > 0)
    throw framedError(
      verdictText(
        failing.map((finding) => findingInDocument(finding, document)),
        result,
      ),
    );
  // Responses beyond the manifest need not exist.
  if (!judged.has(key) && key !== BEYOND_THE_MANIFEST)
    throw new Error('the run has no verdict for this test');
}
