import { fullFormats } from 'ajv-formats/dist/formats';
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

export type DocumentName = 'index' | 'show' | 'choices';

/**
 * The violations that plain ajv finds in its strictest mode, as `/versions/0/id pattern`, sorted. Errors that only repeat others are
 * omitted: those of `if`, and those of items that do not match `contains`.
 */
export function violationsOf(name: DocumentName, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`versions/${name}.json`);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  if (validate(value) === true) return [];
  return (validate.errors ?? [])
    .filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/contains/'))
    .map(({ instancePath, keyword, params }) =>
      [instancePath, keyword, params['missingProperty'] ?? params['additionalProperty']]
        .filter(Boolean)
        .join(' '),
    )
    .sort();
}

export function schema(name: string): object {
  return JSON.parse(readFileSync(join(ROOT, 'schemas', 'versions', `${name}.json`), 'utf8'));
}

export function sample(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, 'api_samples', 'versions', name), 'utf8'));
}

/** The answer of Compute to `GET /v3/servers` on a host without a name. */
export const CHOICES = {
  choices: [
    {
      id: 'v2.0',
      status: 'SUPPORTED',
      links: [{ rel: 'self', href: 'http://127.0.0.1:8774/v2/v3/servers' }],
      'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2' }],
    },
    {
      id: 'v2.1',
      status: 'CURRENT',
      links: [{ rel: 'self', href: 'http://127.0.0.1:8774/v2.1/v3/servers' }],
      'media-types': [
        { base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' },
      ],
    },
  ],
};

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, formats: fullFormats });
for (const file of ['defs', 'index', 'show', 'choices']) ajv.addSchema(schema(file), `versions/${file}.json`);
