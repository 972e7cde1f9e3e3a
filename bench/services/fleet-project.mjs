// The project of the benches of many services.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = {
  service: 'compute',
  contracts: {
    'versions.index': {
      schema: 'versions/index.json',
      samples: 'versions/versions-get-resp.json',
      live: { request: 'GET /' },
    },
    'versions.show': {
      schema: 'versions/show.json',
      samples: 'versions/{v2,v21}-version-get-resp.json',
      live: [
        { request: 'GET /v2/', sample: 'versions/v2-version-get-resp.json' },
        { request: 'GET /v2.1/', sample: 'versions/v21-version-get-resp.json' },
      ],
    },
  },
};

/** Writes a manifest for the three documents of each service, with their schemas and samples, and the targets files by name. */
export function writeFleetProject(root, folder, files) {
  for (const part of ['schemas', 'api_samples'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'contracts.json'), JSON.stringify(MANIFEST));
  for (const [name, targets] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify({ targets }));
}
