import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseVersions, type VersionsText } from '../../src/engine/open/open-versions-documents';
import { openProject } from '../../src/engine/open/open-project';
import { runPlan } from '../../src/engine/pipeline';
import { planLaws, type LawsPlanOptions } from '../../src/engine/plan-laws';
import { planProject } from '../../src/engine/plan-project';
import type { CheckResult } from '../../src/model/findings/check-result';
import type { Finding } from '../../src/model/findings/finding';
import type { Position } from '../../src/model/documents/place';
import type { Project } from '../../src/model/project/project';
import type { Severity } from '../../src/model/severity';
import type { AnyRule } from '../../src/rules/rule';
import { RULES } from '../../src/rules/rule-registry';
import { changeBetween, type MadeChange } from '../engine/base/change-between';
import { checkMade } from '../engine/check-made';
import { readRecording, recordedClient } from '../engine/recorded-client';

const FIXTURES = join(__dirname, '../fixtures/rules');

/** A position in a text; line and column start at 1. */
interface Point {
  readonly line: number;
  readonly column: number;
}

/** A finding without offsets, which are hard to count by hand. */
export interface FixtureFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the fixture folder. */
  readonly file: string;
  readonly pointer?: string;
  readonly start: Point;
  readonly end: Point;
  readonly clients?: string;
  readonly related?: readonly {
    readonly message: string;
    readonly file: string;
    readonly pointer?: string;
    readonly start: Point;
    readonly end: Point;
  }[];
}

/**
 * The findings of one rule, of any severity, in a folder under `tests/fixtures/rules`. The first segment of the folder is the rule's id. A
 * folder is a project with a manifest, or has versions documents. Next to a manifest, `exchanges.json` records a service to check too.
 */
export async function findingsOf(
  folder: string,
  options: LawsPlanOptions = {},
): Promise<readonly FixtureFinding[]> {
  const [id = ''] = folder.split('/');
  const { findings } = await checkFixture(folder, [ruleOf(id)], options);
  return findings.map(reduce);
}

/** Findings in one line each, where many are compared: file, start, end, severity, pointer and message. */
export function linesOf(findings: readonly FixtureFinding[]): readonly string[] {
  return findings.map(({ file, start, end, severity, pointer = '', message }) => {
    const range = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${file.split('/').at(-1) ?? file}:${range} ${severity} ${pointer}: ${message}`;
  });
}

/** What one rule alone finds in versions documents in memory. */
export async function findingsIn(
  id: string,
  documents: readonly VersionsText[],
): Promise<readonly FixtureFinding[]> {
  const plan = planLaws(documents.map(parseVersions), { rules: [ruleOf(id)] });
  const { findings } = await runPlan(plan);
  return findings.map(reduce);
}

function ruleOf(id: string): AnyRule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** Checks such a folder with the given rules. */
export async function checkFixture(
  folder: string,
  rules: readonly AnyRule[],
  options: LawsPlanOptions = {},
): Promise<CheckResult> {
  const root = join(FIXTURES, folder);
  if (existsSync(join(root, 'contracts.yaml'))) {
    const project = openProject({ cwd: root, manifest: 'contracts.yaml' });
    const [id = ''] = folder.split('/');
    if (existsSync(join(FIXTURES, id, 'base'))) return checkChange({ root, of: join(FIXTURES, id) }, rules);
    const recorded = join(root, 'exchanges.json');
    if (!existsSync(recorded)) return runPlan(planProject(project, { rules }));
    const recording = readRecording(recorded);
    const { base } = recording;
    const service = { target: { name: base, url: base }, address: base, client: recordedClient(recording) };
    return checkMade(project, service, { rules });
  }
  const names = readdirSync(root).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Error(`no documents in ${root}`);
  const documents = names
    .toSorted()
    .map((name) => parseVersions({ name, text: readFileSync(join(root, name), 'utf8') }));
  return runPlan(planLaws(documents, { ...options, rules }));
}

/** What one rule alone finds in the change from one project to another, in one line each. */
export async function changeLines(
  id: string,
  [base, now]: readonly [base: Project, now: Project],
  made: MadeChange = {},
): Promise<readonly string[]> {
  const change = changeBetween(base, now, made);
  const { findings } = await runPlan(planProject(change.project, { rules: [ruleOf(id)], base: change }));
  return linesOf(findings.map(reduce));
}

/** Checks the change from the folder `base` of a rule to one of its other folders. If there is a folder `tip`, the other branch has that state. */
function checkChange(
  { root, of }: { readonly root: string; readonly of: string },
  rules: readonly AnyRule[],
): Promise<CheckResult> {
  const tip = join(of, 'tip');
  const messages = join(root, 'commit-message.txt');
  const change = changeBetween(open(join(of, 'base')), open(root), {
    ...(existsSync(tip) ? { tip: open(tip) } : {}),
    ...(existsSync(messages) ? { message: readFileSync(messages, 'utf8') } : {}),
  });
  return runPlan(planProject(change.project, { rules, base: change }));
}

function open(folder: string): Project {
  return openProject({ cwd: folder, manifest: 'contracts.yaml' });
}

function reduce(finding: Finding): FixtureFinding {
  const { ruleId, severity, message, file, pointer, start, end, clients, related } = finding;
  return {
    ruleId,
    severity,
    message,
    file,
    ...(pointer === undefined ? {} : { pointer }),
    start: point(start),
    end: point(end),
    ...(clients === undefined ? {} : { clients }),
    ...(related.length === 0
      ? {}
      : {
          related: related.map((place) => ({
            message: place.message,
            file: place.commit === undefined ? place.file : `${place.commit}:${place.file}`,
            ...(place.pointer === undefined ? {} : { pointer: place.pointer }),
            start: point(place.start),
            end: point(place.end),
          })),
        }),
  };
}

function point({ line, column }: Position): Point {
  return { line, column };
}
