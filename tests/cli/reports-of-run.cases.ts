import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { isReportFormat, REPORTERS, type ReportFormat } from '../../src/reporters/reporter-registry';
import { tempProject } from '../engine/temp-project';
import { createLoopback } from '../live/loopback';
import { commitAll, gitProject } from '../project/git/git-project';
import { PROJECT, startServices, type FleetService } from './fleet/fleet-services';
import { runCli } from './run-cli';
import { folderOf } from './scenario-folder';

const FORMATS = Object.keys(REPORTERS).filter(isReportFormat);
const OTHERS: readonly ReportFormat[] = FORMATS.filter((format) => format !== 'json');

/** What is made of a JSON report without verdicts; a page of one says that it does not know what passed. */
const WITHOUT_VERDICTS = OTHERS.filter(
  (format) => format !== 'html' && REPORTERS[format].needsVerdicts !== true,
);

/** Runs a command that writes reports into a folder, and gives the counts of what they leave out. */
async function write(cwd: string, args: readonly string[], folder: string, formats = OTHERS) {
  const files = formats.flatMap((format) => ['--format', `${format}=${folder}/${format}`]);
  const { code, err } = await runCli([...args, ...files], { cwd });
  expect(code).toBeLessThan(2);
  return err.match(/^.* left out of the report: .*$/gm);
}

/** The reports in two folders, by format, so that a difference is shown with its format. */
function reportsIn(cwd: string, folder: string, formats = OTHERS): Readonly<Record<string, string>> {
  return Object.fromEntries(
    formats.map((format) => [format, readFileSync(join(cwd, folder, format), 'utf8')]),
  );
}

const loopback = createLoopback();
let services: readonly FleetService[] = [];

beforeAll(async () => {
  services = await startServices(loopback, 1);
});

afterAll(() => loopback.close());

function urlOf(kind: string): string {
  return services.find((service) => service.kind === kind)?.entry.url ?? '';
}

const OPEN_API = {
  openapi: '3.1.0',
  info: { title: 'pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        responses: {
          200: {
            description: 'pets',
            content: { 'application/json': { schema: { type: 'array' }, example: { name: 'Tom' } } },
          },
        },
      },
    },
  },
};

/** A repository whose last commit made a sample wrong. */
function changedRepository(): string {
  const cwd = gitProject({
    'contracts.json': { contracts: { 'pets.show': { schema: 'pet.json', samples: 'pets/*.json' } } },
    'schemas/pet.json': { type: 'object', properties: { id: { type: 'integer' } } },
    'api_samples/pets/tom.json': '{ "id": 1 }\n',
  });
  writeFileSync(join(cwd, 'api_samples/pets/tom.json'), '{ "id": "1" }\n');
  commitAll(cwd);
  return cwd;
}

function copyOf(project: string): string {
  return folderOf({ project, copy: true });
}

const RUNS: Readonly<Record<string, () => readonly [cwd: string, command: string]>> = {
  'over a project': () => [copyOf('servers-wrong'), 'check'],
  'without findings': () => [copyOf('servers-right'), 'check'],
  'with findings of severity info': () => [copyOf('remarks'), 'check --pedantic'],
  'that fails on warnings': () => [copyOf('warnings'), 'check --fail-on warning'],
  'over a part of a project': () => [copyOf('servers-wrong'), 'check --shard 1/2'],
  'over several manifests': () => [copyOf('monorepo'), 'check'],
  'over one of several manifests': () => [copyOf('monorepo'), 'check -m packages/pets/contracts.yaml'],
  'over a change': () => [changedRepository(), 'check --base HEAD^'],
  'over an OpenAPI document': () => [tempProject({ 'openapi.json': OPEN_API }), 'check openapi.json'],
  'over a live service': () => [tempProject(PROJECT), `check --live ${urlOf('misspelt')} --negotiate`],
  'over versions documents': () => [copyOf('laws'), 'laws . --pedantic'],
  'over the versions of a live service': () => [tempProject({}), `laws ${urlOf('misspelt')}`],
};

describe.each(Object.entries(RUNS))('from the JSON report of a run %s', (_, plan) => {
  test('every other report is the one made in the run, with and without --verbose', async () => {
    const [cwd, command] = plan();
    const args = command.split(' ');
    const omitted = await write(cwd, [...args, '--verbose'], 'run', FORMATS);
    expect(await write(cwd, ['report', 'run/json', '--verbose'], 'made')).toEqual(omitted);
    expect(reportsIn(cwd, 'made')).toEqual(reportsIn(cwd, 'run'));

    await write(cwd, args, 'brief', FORMATS);
    await write(cwd, ['report', 'run/json'], 'made-brief');
    expect(reportsIn(cwd, 'made-brief')).toEqual(reportsIn(cwd, 'brief'));

    await write(cwd, ['report', 'brief/json'], 'made-without-verdicts', WITHOUT_VERDICTS);
    expect(reportsIn(cwd, 'made-without-verdicts', WITHOUT_VERDICTS)).toEqual(
      reportsIn(cwd, 'brief', WITHOUT_VERDICTS),
    );
  });
});

/** The lines of `ndjson` follow the order in which services were done. */
function inAnyOrder(reports: Readonly<Record<string, string>>): object {
  return { ...reports, ndjson: reports['ndjson']?.split('\n').toSorted() };
}

describe.each([
  ['check', OTHERS, '--verbose'],
  ['check', [...WITHOUT_VERDICTS, 'html'], '--no-color'],
  ['laws', OTHERS, '--verbose'],
] as const)('from the JSON report of `samplegate %s --targets` in %j with %s', (command, formats, option) => {
  test('every other report is the one made in the run', async () => {
    const targets = services.map(({ entry }) => entry);
    const cwd = tempProject({ ...PROJECT, 'targets.json': { targets } });
    const args = [command, '--targets', 'targets.json', '--retries', '0', option];
    const omitted = await write(cwd, args, 'run', FORMATS);
    expect(await write(cwd, ['report', 'run/json', option], 'made', formats)).toEqual(omitted);
    expect(inAnyOrder(reportsIn(cwd, 'made', formats))).toEqual(inAnyOrder(reportsIn(cwd, 'run', formats)));
  });
});
