import { describe, expect, test } from '@jest/globals';
import { reportGithub } from '../../src/reporters/report-github';
import { LIVE_RED } from './live-results';
import { HOSTILE } from './results';

const { report } = reportGithub;
const OPTIONS = { color: true, verbose: false, quiet: false, version: '1.2.3' };

describe('the GitHub report', () => {
  test('gives one command a finding, whatever a file is called or contains', () => {
    const commands = report(HOSTILE, { ...OPTIONS, quiet: true }).split('\n');
    expect(commands).toEqual([expect.stringMatching(/^::error file=[^,:]+,line=1,/), '']);
  });

  test('names no file that is a response, as none of the repository is meant', () => {
    const files = Array.from(report(LIVE_RED, OPTIONS).matchAll(/file=([^,:]+)/g), ([, file]) => file);
    expect(files).toEqual(['api_samples/versions/v21-version-get-resp.json']);
  });

  test.each([
    ['services/compute', 'services/compute/api_samples/versions/v21-version-get-resp.json'],
    ['..', '../api_samples/versions/v21-version-get-resp.json'],
    ['api_samples/..', 'api_samples/versions/v21-version-get-resp.json'],
  ])('in the folder %s of a repository, names files from its top', (folder, file) => {
    expect(report(LIVE_RED, { ...OPTIONS, folder })).toContain(`file=${file},`);
  });

  test('names a file with line breaks as the runner decodes it', () => {
    expect(report(HOSTILE, OPTIONS)).toContain(
      'file=api_samples/<U+001B>[31m%2Cevil%3A100%25%0D%0A]]>.json,',
    );
  });
});
