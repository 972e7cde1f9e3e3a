import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { mistakesIn } from '../../engine/schema-project';
import { tempProject } from '../../engine/temp-project';
import { findingsOf, linesOf } from '../rule-fixtures';

const PROJECT = { 'schemas/a.json': {}, 'api_samples/a/1.json': {}, 'api_samples/!a/1.json': {} };
const CONTRACTS = { '{name}': { schema: '{name}.json', samples: '{name}/*' } };

describe('glob-excludes-file', () => {
  test('accepts globs that match files, also by their folder', async () => {
    expect(await findingsOf('glob-excludes-file/right')).toEqual([]);
  });

  test('reports each glob that matches no file, with a glob that does', async () => {
    expect(linesOf(await findingsOf('glob-excludes-file/wrong'))).toEqual([
      'contracts.yaml:1:10-1:31 warning /ignore/0: `api_samples/drafts/**` under `ignore:` matches no file: did you mean `./api_samples/drafts/**`?',
      'contracts.yaml:1:33-1:52 warning /ignore/1: `drafts/flavour.json` under `ignore:` matches no file: did you mean `drafts/flavor.json`?',
      'contracts.yaml:1:54-1:61 warning /ignore/2: `*.bak` under `ignore:` matches no file: fix it, or remove it',
      'contracts.yaml:6:14-6:30 warning /contracts/{name}/except/0: `schemas/common/*` under `except:` matches no file: did you mean `common/*`?',
      'contracts.yaml:6:32-6:47 warning /contracts/{name}/except/1: `commmon/id.json` under `except:` matches no file: did you mean `common/id.json`?',
      'contracts.yaml:6:49-6:55 warning /contracts/{name}/except/2: `old/**` under `except:` matches no file: fix it, or remove it',
    ]);
  });

  test.each([
    ['../x', 'is outside the folder that it is relative to'],
    ['/tmp/x', 'is outside the folder that it is relative to'],
    [
      '!a/*',
      'would exclude every other file: list what is excluded; write `\\!` for a name that begins with `!`',
    ],
  ])('%s is a mistake in both', (glob, message) => {
    const contracts = { '{name}': { ...CONTRACTS['{name}'], except: glob } };
    expect(mistakesIn(tempProject({ 'contracts.json': { contracts, ignore: [glob] }, ...PROJECT }))).toEqual([
      expect.stringContaining(` \`${glob}\` ${message}`),
      expect.stringContaining(` \`${glob}\` ${message}`),
    ]);
  });

  test('an exclamation mark is a mistake in samples, too', () => {
    const contracts = {
      a: { schema: 'a.json', samples: ['a/*', '!b/*', { path: './!c', expect: 'invalid' }] },
    };
    const does = 'would claim every other file: list the samples, and what is none under `ignore:`;';
    expect(mistakesIn(tempProject({ 'contracts.json': { contracts }, ...PROJECT }))).toEqual([
      expect.stringContaining(`contracts.json /contracts/a/samples/1 \`!b/*\` ${does}`),
      expect.stringContaining(`contracts.json /contracts/a/samples/2/path \`./!c\` ${does}`),
    ]);
  });

  test('an escaped exclamation mark, and files that are never samples, may be ignored', () => {
    const ignore = ['\\!a', 'package.json', './contracts.json'];
    const cwd = tempProject({
      'contracts.json': { samples: '.', contracts: CONTRACTS, ignore },
      'package.json': {},
      '!a/1.json': {},
      'schemas/a.json': {},
    });
    expect(openProject({ cwd }).idleGlobs).toEqual([]);
  });

  test('a link that leads nowhere may be ignored', () => {
    const cwd = tempProject({ 'contracts.json': { contracts: CONTRACTS, ignore: ['old.json'] }, ...PROJECT });
    symlinkSync('nowhere.json', join(cwd, 'api_samples/old.json'));
    expect(openProject({ cwd }).idleGlobs).toEqual([]);
  });
});
