import { check } from '../../src/engine/check';
import { openProject } from '../../src/engine/open/open-project';
import { UsageError } from '../../src/model/usage-error';
import { brief } from './brief';
import { tempProject } from './temp-project';

export const contracts = { a: { schema: 'a.json', samples: 'a.json' } };
const BAD = { 'samples/a.json': '{"id":"x"}\n' };
/** The finding about the sample of `BAD` where its schema is `ID`. */
export const REFUSED = 'samples/a.json 1:7-1:10 error sample-matches-schema /id expected an integer, got "x"';
export const ID = { properties: { id: { type: 'integer' } } };

/** The findings in a project, each in one line. */
export async function findingsIn(cwd: string, manifest?: string): Promise<readonly string[]> {
  const { findings } = await check({ cwd, ...(manifest === undefined ? {} : { manifest }) });
  return findings.map(brief);
}

/** A project with one contract and one wrong sample. */
export function schemaProject(manifest: object, files: Readonly<Record<string, unknown>>): string {
  return tempProject({ 'contracts.json': { samples: 'samples', contracts, ...manifest }, ...BAD, ...files });
}

/** The mistakes in the manifest of a project: `file pointer message`. */
export function mistakesIn(cwd: string, manifest?: string): readonly string[] {
  try {
    openProject({ cwd, ...(manifest === undefined ? {} : { manifest }) });
  } catch (error) {
    if (error instanceof UsageError)
      return error.details.map(({ place, message }) =>
        [place.file, 'pointer' in place ? place.pointer : '', message].join(' '),
      );
    throw error;
  }
  return [];
}
