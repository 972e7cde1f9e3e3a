import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProject } from '../../src/engine/open/open-project';
import { serve, type RunningApi } from '../../src/serve/serve';

const run = promisify(execFile);
const script = join(__dirname, 'discover.py');

// Debian's package belongs to Debian's Python, but another Python may come first in PATH.
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import keystoneauth1']).status === 0,
);

const compute = { url: 'v2.1/', version: '2.1', oldest: '2.1', newest: '2.60' };
const legacy = { url: 'v2/', version: '2.0', oldest: null, newest: null };

if (python === undefined) {
  // oxlint-disable-next-line jest/no-disabled-tests -- a machine without keystoneauth1 is not a failure, but must be reported
  test.skip('keystoneauth discovers the embedded API: skipped, no Python here has keystoneauth1', () => {});
} else {
  describe('keystoneauth, with the embedded API', () => {
    let api: RunningApi;
    let found: unknown;

    beforeAll(async () => {
      api = await serve(openProject({ cwd: join(__dirname, '..', '..') }));
      const { stdout } = await run(python, [script, `${api.url}/`], {
        env: { ...process.env, no_proxy: '127.0.0.1', NO_PROXY: '127.0.0.1' },
      });
      found = JSON.parse(stdout);
    });

    afterAll(() => api.close());

    test('finds both versions, and the range of the one that has microversions', () => {
      expect(found).toHaveProperty('versions', [
        { ...legacy, status: 'SUPPORTED' },
        { ...compute, status: 'CURRENT' },
      ]);
    });

    test('picks the endpoint of the requested version, with any URL in the catalogue', () => {
      expect(found).toHaveProperty('picked', {
        'None to None from /': compute,
        '2.1 to 2.latest from /': compute,
        'latest to None from /': compute,
        '2.0 to 2.0 from /': legacy,
        '3 to latest from /': 'DiscoveryFailure',
        '2.1 to latest from /v2.1/': compute,
        '2.1 to latest from /v2.1/7f4e9a3c': { ...compute, url: 'v2.1/7f4e9a3c' },
        '2.1 to 2.latest from /v2/': compute,
      });
    });

    test('gets responses at the requested microversion', () => {
      expect(found).toHaveProperty('answered', {
        '2.1': { status: 200, echo: 'compute 2.1' },
        '2.5': { status: 200, echo: 'compute 2.5' },
        latest: { status: 200, echo: 'compute 2.60' },
        '2.999': { status: 406, echo: 'compute 2.999' },
      });
    });
  });
}
