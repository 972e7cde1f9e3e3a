// The documents of the services of the benches: the samples of this project.
import { readFileSync } from 'node:fs';

const sample = (name) =>
  readFileSync(new URL(`../../api_samples/versions/${name}-resp.json`, import.meta.url), 'utf8');

const DOCUMENTS = {
  '/': sample('versions-get'),
  '/v2/': sample('v2-version-get'),
  '/v2.1/': sample('v21-version-get'),
};

/** The document at a path of a service, with links to the service; undefined where there is none. */
export function documentAt(path, url) {
  return DOCUMENTS[path]?.replaceAll('http://openstack.example.com', url);
}

/** The same with an unknown status, which is one finding. */
export const misspelt = (text) => text.replaceAll('"status": "SUPPORTED"', '"status": "SUPORTED"');
