import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { expectGolden } from '../golden';
import { runCli } from './run-cli';
import { transcribe } from './scenario';

const PROJECTS = join(__dirname, '../fixtures/projects');
const GOLDEN = join(__dirname, '../golden/strength');

const TRANSCRIPTS = {
  pretty: [
    'strength',
    'strength --min-score 74',
    'strength --min-score 75 flavors.show samples/servers.json',
  ],
  verbose: ['strength networks.show --verbose'],
  json: ['strength samples/servers.json --format json'],
  nothing: ['strength -m unjudged.yaml', 'strength -m unjudged.yaml --min-score 0 -f json'],
  options: [
    'strength --min-score high',
    'strength --min-score 101',
    'strength --time-limit 0',
    'strength --seed -1',
    'strength --format junit',
    'strength --minscore 90',
    'strength network.show',
    'strength --manifest gone.yaml',
    'strength -m gone.yaml -f json',
  ],
};

describe('samplegate strength', () => {
  test.each(Object.entries(TRANSCRIPTS))('%s', async (name, steps) => {
    expectGolden(`strength/${name}.txt`, await transcribe(steps, join(PROJECTS, 'weak')));
  });

  test('every golden file is of a transcript', () => {
    expect(readdirSync(GOLDEN).toSorted()).toEqual(
      Object.keys(TRANSCRIPTS)
        .map((name) => `${name}.txt`)
        .toSorted(),
    );
  });

  test('shows on a terminal how far it is', async () => {
    const { err, code } = await runCli(['strength'], { cwd: join(PROJECTS, 'weak'), isErrorTerminal: true });
    expect(code).toBe(0);
    expect(err.startsWith('\r0/3 schemas, 0 wrong values accepted, 0 s\u001B[K')).toBe(true);
    expect(err.endsWith('\r\u001B[K')).toBe(true);
  });
});
