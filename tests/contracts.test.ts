import { join } from 'node:path';

import { afterAll } from '@jest/globals';

import { openProject } from '../src/engine/open/open-project';
import { describeContracts } from '../src/jest';
import { serve, type RunningApi } from '../src/serve/serve';

const cwd = join(__dirname, '..');
let api: RunningApi | undefined;

// Checks the samples of this repository as a live service. SAMPLEGATE_LIVE_URL runs the same tests against another service.
describeContracts({
  cwd,
  live: async () => {
    api = await serve(openProject({ cwd }));
    return { url: api.url };
  },
});

afterAll(async () => {
  await api?.close();
});
