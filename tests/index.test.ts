import { describe, expect, test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as samplegate from '../src/index';
import type {
  CheckOptions,
  CheckOutcome,
  CheckResult,
  Finding,
  ReportFormat,
  Severity,
  StrengthOptions,
  StrengthResult,
  VersionsIndex,
  Weakness,
} from '../src/index';

const ROOT = join(__dirname, '..');
const index: unknown = JSON.parse(
  readFileSync(join(ROOT, 'api_samples/versions/versions-get-resp.json'), 'utf8'),
);

test('the library exports exactly these names', () => {
  expect(Object.keys(samplegate).toSorted()).toEqual([
    'REPORTERS',
    'UsageError',
    'check',
    'checkFiles',
    'checkLaws',
    'checkLawsOfTargets',
    'checkTargets',
    'checkValue',
    'isReportFormat',
    'isVersionsChoices',
    'isVersionsIndex',
    'isVersionsShow',
    'measureStrength',
    'openProject',
    'readFault',
    'schemaAt',
    'schemaVerdict',
    'scoreOf',
    'serve',
  ]);
});

describe('the examples in the README', () => {
  test('check() returns findings and a summary, which every reporter turns into text', async () => {
    const result = await samplegate.check({ cwd: ROOT, manifest: 'contracts.yaml' });
    expect(result.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(result.summary.samples).toBe(3);
    const options = { color: false, verbose: false, quiet: false, version: '1.2.3' };
    for (const [format, { report }] of Object.entries(samplegate.REPORTERS)) {
      expect(samplegate.isReportFormat(format)).toBe(true);
      expect(report(result, options)).toMatch(/\n$/);
    }
    expect(samplegate.isReportFormat('xml')).toBe(false);
  });

  test('check() of an open project gives the same result', async () => {
    const project = samplegate.openProject({ cwd: ROOT });
    const [open, closed] = [await samplegate.check({ project }), await samplegate.check({ cwd: ROOT })];
    expect(open.findings).toEqual(closed.findings);
    expect(open.summary).toEqual(closed.summary);
  });

  test('checkLaws() checks texts against the laws', async () => {
    const text = JSON.stringify(index);
    const { findings } = await samplegate.checkLaws({
      documents: [{ name: 'versions.json', text }],
      newest: '2.61',
    });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('newest-matches-code');
  });

  test('measureStrength() finds no weaknesses in the schemas of this repository', () => {
    const strength = samplegate.measureStrength({ cwd: ROOT, only: ['versions.index'] });
    expect(strength.schemas.map(({ schema, weaknesses }) => ({ schema, weaknesses }))).toEqual([
      { schema: 'schemas/versions/index.json', weaknesses: [] },
    ]);
    expect(samplegate.scoreOf(strength)).toBe(100);
  });

  test('a guard narrows a body to its type', () => {
    expect(samplegate.isVersionsIndex(index)).toBe(true);
    expect(samplegate.isVersionsShow(index)).toBe(false);
    if (samplegate.isVersionsIndex(index)) {
      expect(index.versions.map(({ id, status }) => `${id} ${status}`)).toEqual([
        'v2.0 SUPPORTED',
        'v2.1 CURRENT',
      ]);
    }
  });

  test('`failOn` decides whether a check is ok', async () => {
    const cwd = join(__dirname, 'fixtures/projects/warnings');
    const outcomes = [{}, { failOn: 'warning' }, { failOn: 'info' }] as const;
    const results = await Promise.all(outcomes.map((options) => samplegate.check({ cwd, ...options })));
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
    // @ts-expect-error: from JavaScript, it may be anything.
    await expect(samplegate.check({ cwd, failOn: 'eror' })).rejects.toThrow(
      'the option `failOn` of `check` must be `error`, `warning` or `info`, got the string "eror"',
    );
  });

  // From JavaScript, options may be anything.
  test.each<[unknown, string]>([
    [{ failon: 'warning' }, 'unknown option `failon` of `check`: did you mean `failOn`?'],
    [{ manifest: 5 }, 'the option `manifest` of `check` must be a string or an array, got the number 5'],
    [{ paths: 'x' }, 'the option `paths` of `check` must be an array, got a string'],
    [{ paths: ['x', 1] }, 'the option `paths[1]` of `check` must be a string, got the number 1'],
    [{ base: false }, 'the option `base` of `check` must be a string or `true`, got false'],
    [{ live: () => ({}) }, 'the option `live` of `check` must be an object, got a function'],
    [{ onNote: 'log' }, 'the option `onNote` of `check` must be a function, got a string'],
    [null, "the options of `check` are an object, such as `{ manifest: 'FILE' }`, got null"],
    ['a.yaml', "the options of `check` are an object, such as `{ manifest: 'FILE' }`, got a string"],
  ])('check(%j) throws a UsageError', async (options, message) => {
    const checking = (samplegate.check as (options: unknown) => Promise<unknown>)(options);
    await expect(checking).rejects.toThrow(new samplegate.UsageError(message));
  });

  const { checkFiles, checkLaws, checkTargets, checkLawsOfTargets, measureStrength } = samplegate;
  test.each<[string, (options: never) => unknown, object]>([
    ['checkFiles', checkFiles, { schema: 'a.json' }],
    ['checkLaws', checkLaws, {}],
    ['checkTargets', checkTargets, { targets: 'targets.yaml' }],
    ['checkLawsOfTargets', checkLawsOfTargets, { targets: 'targets.yaml' }],
    ['measureStrength', measureStrength, {}],
  ])('%s() throws a UsageError for wrong options', async (name, call, needed) => {
    const failure = async (options: object): Promise<unknown> =>
      (call as (options: object) => unknown)(options);
    await expect(failure({ ...needed, cwdd: '.' })).rejects.toThrow(
      new samplegate.UsageError(`unknown option \`cwdd\` of \`${name}\`: did you mean \`cwd\`?`),
    );
    await expect(failure({ ...needed, cwd: 5 })).rejects.toThrow(
      new samplegate.UsageError(`the option \`cwd\` of \`${name}\` must be a string, got the number 5`),
    );
    for (const own of Object.keys(needed))
      await expect(failure({})).rejects.toThrow(
        new samplegate.UsageError(`the option \`${own}\` of \`${name}\` must be a string, got none`),
      );
  });

  test('checkValue() and schemaAt() throw a UsageError without the name of a contract', () => {
    const project = samplegate.openProject({ cwd: ROOT });
    const checkValue = samplegate.checkValue as (...args: readonly unknown[]) => unknown;
    const schemaAt = samplegate.schemaAt as (...args: readonly unknown[]) => unknown;
    const needed = 'needs the name of a contract, such as "versions.index", got none';
    expect(() => checkValue(project)).toThrow(new samplegate.UsageError(`\`checkValue\` ${needed}`));
    expect(() => schemaAt(project)).toThrow(new samplegate.UsageError(`\`schemaAt\` ${needed}`));
    expect(() => checkValue(project, 'versions.index', {}, { microverson: '2.1' })).toThrow(
      new samplegate.UsageError('unknown option `microverson` of `checkValue`: did you mean `microversion`?'),
    );
  });

  test('a wrong manifest throws a UsageError', async () => {
    const wrong = samplegate.check({ cwd: join(__dirname, 'fixtures/projects/wrong-manifest') });
    await expect(wrong).rejects.toBeInstanceOf(samplegate.UsageError);
  });
});

// The compiler checks these in `npm run typecheck`; here the file only has to load.
test('the types are as documented', () => {
  expectTypeOf(samplegate.check).returns.resolves.toEqualTypeOf<CheckOutcome>();
  expectTypeOf<CheckOutcome>().toExtend<CheckResult>();
  expectTypeOf<CheckOptions['paths']>().toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf(samplegate.checkLaws).returns.resolves.toEqualTypeOf<CheckResult>();
  expectTypeOf(samplegate.checkTargets).returns.resolves.toEqualTypeOf<samplegate.FleetSummary>();
  expectTypeOf(samplegate.checkLaws)
    .parameter(0)
    .toHaveProperty('documents')
    .toEqualTypeOf<readonly samplegate.VersionsText[] | undefined>();
  expectTypeOf<CheckResult['findings']>().toEqualTypeOf<readonly Finding[]>();
  expectTypeOf<Finding['severity']>().toEqualTypeOf<Severity>();
  expectTypeOf<keyof typeof samplegate.REPORTERS>().toEqualTypeOf<ReportFormat>();
  expectTypeOf(samplegate.measureStrength).returns.toEqualTypeOf<StrengthResult>();
  expectTypeOf<StrengthOptions>().toExtend<samplegate.ProjectOptions>();
  expectTypeOf<StrengthResult['schemas'][number]['weaknesses']>().toEqualTypeOf<readonly Weakness[]>();
  expectTypeOf(samplegate.isVersionsIndex).guards.toEqualTypeOf<VersionsIndex>();
  expectTypeOf<CheckResult['findings']>().not.toHaveProperty('push');
});
