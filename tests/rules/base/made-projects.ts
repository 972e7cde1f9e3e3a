import { openProject } from '../../../src/engine/open/open-project';
import type { Project } from '../../../src/model/project/project';
import { tempProject } from '../../engine/temp-project';

/** An entry of a versions document, with what a test changes in it. */
export function entry(id: string, more: object = {}): object {
  return {
    id,
    status: 'CURRENT',
    updated: '2013-07-23T11:33:21Z',
    links: [{ rel: 'self', href: `http://openstack.example.com/${id}/` }],
    ...more,
  };
}

const MANIFEST = { service: 'compute', contracts: { all: { schema: 'any.json', samples: '**/*.json' } } };

/** A project with these files in its folder of samples, and with these parts of its manifest. */
export function madeProject(samples: Readonly<Record<string, unknown>>, manifest: object = {}): Project {
  const files = Object.entries(samples).map(([path, content]) => [`api_samples/${path}`, content] as const);
  return openProject({
    cwd: tempProject({
      ...Object.fromEntries(files),
      'schemas/any.json': {},
      'api_samples/any.json': {},
      'contracts.json': { ...MANIFEST, ...manifest },
    }),
  });
}

/** A project with a versions document in `versions.json` that has these entries. */
export function madeVersions(...versions: readonly object[]): Project {
  return madeProject({ 'versions.json': { versions } });
}
