import Ajv2020 from 'ajv/dist/2020';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { tempProject } from '../../engine/temp-project';
import { createLoopback } from '../../live/loopback';
import { groupBy } from '../../../src/model/group-by';
import { readXml } from '../../reporters/read-xml';
import { runCli } from '../run-cli';
import { PROJECT, startServices, type FleetService, type Kind } from './fleet-services';

const SPEC = join(__dirname, '../../../spec');
const validate = new Ajv2020({ allErrors: true, strictTypes: false })
  .addSchema(JSON.parse(readFileSync(join(SPEC, 'report.schema.json'), 'utf8')), 'report.schema.json')
  .compile(JSON.parse(readFileSync(join(SPEC, 'ndjson.schema.json'), 'utf8')));

function expectLine(line: unknown): void {
  validate(line);
  expect({ line, errors: validate.errors }).toEqual({ line, errors: null });
}

const loopback = createLoopback();
let services: readonly FleetService[] = [];
let cwd = '';

beforeAll(async () => {
  services = await startServices(loopback, 6);
  cwd = tempProject({ ...PROJECT, 'targets.json': { targets: services.map(({ entry }) => entry) } });
});

afterAll(() => loopback.close());

function report(name: string): string {
  return readFileSync(join(cwd, name), 'utf8');
}

const CHECK = ['check', '--targets', 'targets.json', '--retries', '0'];

const DOWN = ['live-answers <url>/:1:1', 'live-answers <url>/v2.1/:1:1', 'live-answers <url>/v2/:1:1'];

/** What must be said of a target of each kind: its status and range, and what is found where. */
const EXPECTED: Readonly<Record<Kind, object>> = {
  right: { status: 'ok', oldest: '2.1', newest: '2.60', findings: [] },
  slow: { status: 'ok', oldest: '2.1', newest: '2.60', findings: [] },
  stale: {
    status: 'findings',
    oldest: '2.1',
    newest: '2.40',
    findings: [
      'sample-matches-response api_samples/versions/v21-version-get-resp.json:22:20',
      'sample-matches-response api_samples/versions/versions-get-resp.json:25:24',
    ],
  },
  misspelt: {
    status: 'findings',
    oldest: '2.1',
    newest: '2.60',
    findings: ['status-known <url>/:11:23', 'status-known <url>/v2/:21:19'],
  },
  behind: {
    status: 'findings',
    oldest: '2.1',
    newest: '2.60',
    expected: '2.999',
    findings: ['newest-matches-code <url>/:25:24', 'newest-matches-code <url>/v2.1/:22:20'],
  },
  html: {
    status: 'findings',
    findings: ['live-json <url>/:1:1', 'live-json <url>/v2.1/:1:1', 'live-json <url>/v2/:1:1'],
  },
  'cut off': {
    status: 'findings',
    findings: [
      'json-well-formed <url>/:27:24',
      'json-well-formed <url>/v2.1/:24:20',
      'json-well-formed <url>/v2/:24:20',
    ],
  },
  'no HTTP': { status: 'unreachable', findings: DOWN },
  hung: { status: 'unreachable', findings: DOWN },
  refused: { status: 'unreachable', findings: DOWN },
};

interface Line {
  readonly kind: string;
  readonly target?: string;
  readonly url: string;
  readonly ruleId: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
}

function linesOf(out: string): readonly Line[] {
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

/** What the lines of a report tell of each target, by its name. */
function toldOf(lines: readonly Line[]): unknown {
  const found = groupBy(
    lines.filter(({ kind }) => kind === 'finding'),
    ({ target }) => target,
  );
  return Object.fromEntries(
    lines
      .filter(({ kind }) => kind === 'target')
      .map(({ target = '', url, ...row }) => {
        const { status, oldest, newest, expected } = { ...EMPTY, ...row };
        const findings = (found.get(target) ?? []).map(
          ({ ruleId, file, start }) =>
            `${ruleId} ${file.replace(url, '<url>/')}:${start.line}:${start.column}`,
        );
        return [target, JSON.parse(JSON.stringify({ status, oldest, newest, expected, findings }))];
      }),
  );
}

const EMPTY = { status: undefined, oldest: undefined, newest: undefined, expected: undefined };

describe('sixty services, some dead, some slow, some wrong, in one run with a report of every format', () => {
  let code = 0;
  let out = '';

  beforeAll(async () => {
    const formats = ['ndjson', 'json', 'junit', 'github', 'sarif', 'gitlab', 'ctrf'].flatMap((name) => [
      '--format',
      `${name}=${name}.out`,
    ]);
    ({ code, out } = await runCli([...CHECK, ...formats], { cwd }));
  });

  test('are all reported, each as it is', () => {
    const lines = linesOf(report('ndjson.out'));
    expect(code).toBe(1);
    expect(toldOf(lines)).toEqual(
      Object.fromEntries(services.map(({ kind, entry }) => [entry.name, EXPECTED[kind]])),
    );
    expect(lines.at(-1)).toEqual({
      kind: 'summary',
      version: 1,
      targets: 60,
      statuses: { ok: 12, findings: 30, unreachable: 18 },
      findings: { error: 126, warning: 0, info: 0 },
      notChecked: [],
      milliseconds: expect.any(Number),
    });
  });

  test('are lines that satisfy the schema of lines', () => {
    for (const line of linesOf(report('ndjson.out'))) expectLine(line);
  });

  test('are a table in the order of the file, and a line that sums up', () => {
    const rows = out.slice(out.indexOf('\ntarget ')).split('\n').slice(2, 62);
    expect(rows.map((row) => /^\S.*?(?=  )/.exec(row)?.[0])).toEqual(services.map(({ entry }) => entry.name));
    expect(out).toMatch(
      /\n\n60 targets: 12 ok, 30 with findings, 18 unreachable, in [\d.]+ m?s\nfor the reason [^\n]*\n$/,
    );
  });

  test('have their findings above the table, in the order of the file', () => {
    const headings = Array.from(out.matchAll(/^== (.*?)   http/gm), ([, name]) => name);
    expect(headings).toEqual(
      services.filter(({ kind }) => kind !== 'right' && kind !== 'slow').map(({ entry }) => entry.name),
    );
  });

  test('are one report where the format is one document', () => {
    const { findings, summary } = JSON.parse(report('json.out'));
    expect(summary).toEqual({
      contracts: 2,
      samples: 3,
      rules: expect.any(Number),
      documents: 3 + 6 * 6 * 3,
      findings: { error: 126, warning: 0, info: 0 },
      notChecked: [],
    });
    expect(findings).toHaveLength(126);
    // The runner keeps ten annotations in a step.
    expect(report('github.out').match(/^::error /gm)).toHaveLength(10);
    expect(report('github.out')).toContain('and 117 more errors');
    expect(report('junit.out')).toContain('<testsuites name="samplegate"');
  });

  test('are at their lines of the targets file where hosts of repositories show them', () => {
    const lines = report('targets.json').split('\n');
    const { findings } = JSON.parse(report('json.out'));
    const lineOf = (target: string) =>
      1 +
      lines.findIndex((line) =>
        line.includes(JSON.stringify(services.find(({ entry }) => entry.name === target)?.entry.url)),
      );
    const placed = findings.filter(({ file }: Line) => file.startsWith('http'));
    expect(placed.length).toBeGreaterThan(100);
    for (const { target, requestedAt } of placed)
      expect([requestedAt.file, requestedAt.start.line]).toEqual(['targets.json', lineOf(target)]);
    const result = JSON.parse(report('sarif.out')).runs[0].results.find(
      (each: { message: { text: string } }) => each.message.text.includes('http://127.0.0.1'),
    );
    const { target, message } = placed[0];
    expect(result).toMatchObject({
      message: { text: expect.stringContaining(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'targets.json' },
            region: { startLine: lineOf(target) },
          },
        },
      ],
    });
    expect(report('github.out')).toMatch(
      new RegExp(`^::error file=targets\\.json,line=${lineOf(target)},.*::\\[${target}\\] http://127`, 'm'),
    );
    const cases: readonly { name: string; filePath?: string; line?: number }[] = JSON.parse(
      report('ctrf.out'),
    ).results.tests;
    const failed = cases.find(
      ({ name, filePath }) => name.startsWith(`${target}: GET /`) && filePath !== undefined,
    );
    expect(failed).toMatchObject({ filePath: 'targets.json', line: lineOf(target) });
    const issue = JSON.parse(report('gitlab.out')).find(
      ({ location }: { location: { path: string } }) => location.path === 'targets.json',
    );
    expect(issue.location.lines.begin).toBe(lineOf(target));
  });

  test('name the target of each finding in every format, in the order of the file', () => {
    const wrong = services.flatMap(({ kind, entry: { name } }) => {
      const { findings = [] } = { findings: undefined, ...EXPECTED[kind] };
      return Array.isArray(findings) ? findings.map(() => name) : [];
    });
    const { findings } = JSON.parse(report('json.out'));
    expect(findings.map(({ target }: Line) => target)).toEqual(wrong);
    expect(Array.from(report('github.out').matchAll(/::\[(.*?)\] /g), ([, name]) => name)).toEqual(
      wrong.slice(0, 9),
    );
    const cases = readXml(report('junit.out')).children.flatMap(({ children }) => children);
    const failed = cases.filter(
      ({ children: [outcome] }) => outcome !== undefined && outcome.name !== 'skipped',
    );
    expect(failed.length).toBeGreaterThan(100);
    for (const { attributes, children } of failed) {
      const [, name] = /^(.*): GET /.exec(attributes['classname'] ?? '') ?? [];
      expect(children[0]?.text).toMatch(/^\[.*\] /);
      if (name !== undefined) expect(children[0]?.text.startsWith(`[${name}] `)).toBe(true);
    }
  });

  test('name it in front of each line with --quiet', async () => {
    const { out: quiet } = await runCli([...CHECK, '-q'], { cwd });
    const lines = quiet.trimEnd().split('\n');
    expect(lines).toHaveLength(126);
    expect(lines.filter((line) => !/^\[[\w ]+\] (?:http|api_samples)\S+: error /.test(line))).toEqual([]);
  });
});

test('an interrupt gives what was found so far, and says what was not checked', async () => {
  const only = services.filter(({ kind, entry }) => kind === 'right' || entry.name === 'hung 8');
  const folder = tempProject({
    ...PROJECT,
    'targets.json': { targets: only.map(({ entry: { name, url } }) => ({ name, url, timeout: 60 })) },
  });
  let interrupt: (() => void) | undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  let done = 0;
  const { code, out } = await runCli([...CHECK, '--format', 'ndjson'], {
    cwd: folder,
    interrupted: () => interrupted,
    onOut: () => {
      done += 1;
      if (done === 6) interrupt?.();
    },
  });
  const lines = linesOf(out);
  expect(code).toBe(2);
  expect(lines.map(({ kind }) => kind)).toEqual([...Array<string>(6).fill('target'), 'summary']);
  expect(lines.at(-1)).toEqual({
    kind: 'summary',
    version: 1,
    targets: 7,
    statuses: { ok: 6, findings: 0, unreachable: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    notChecked: [{ what: 'targets', one: 'target', items: ['hung 8'] }],
    milliseconds: expect.any(Number),
  });
  for (const line of lines) expectLine(line);
});

test.each(['check --targets targets.json --format ndjson', 'check --targets gone.json -f ndjson'])(
  'where %s stops, it says so in a line',
  async (command) => {
    const folder = tempProject({ ...PROJECT, 'targets.json': 'targets: []' });
    const { code, out } = await runCli(command.split(' '), { cwd: folder });
    expect({ code, kinds: linesOf(out).map(({ kind }) => kind) }).toEqual({ code: 2, kinds: ['error'] });
    for (const line of linesOf(out)) expectLine(line);
  },
);
