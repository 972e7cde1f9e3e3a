import { check } from '../../../src/engine/check';
import { brief } from '../../engine/brief';
import { tempProject } from '../../engine/temp-project';

/**
 * The findings of every rule in a project with one OpenAPI document, each with the part that it is in. `document` is a text in YAML, or a value
 * that is written as JSON; `manifest` are further lines of the manifest.
 */
export async function checkOpenApi(
  document: unknown,
  {
    files = {},
    manifest = '',
  }: { readonly files?: Readonly<Record<string, unknown>>; readonly manifest?: string } = {},
): Promise<readonly string[]> {
  const name = typeof document === 'string' ? 'openapi.yaml' : 'openapi.json';
  const cwd = tempProject({
    ...files,
    [name]: document,
    'contracts.yaml': `openapi:\n  - document: ${name}\n${manifest}`,
  });
  const { findings } = await check({ cwd, cache: false });
  return findings.map((finding) => `${finding.part ?? ''}| ${brief(finding)}`);
}

/** An OpenAPI document in YAML with one operation, `GET /servers`. Each text is a line of flow YAML. */
export function withResponse(
  schema: string,
  example: string,
  { version = '3.0.3', components = '{}' }: { readonly version?: string; readonly components?: string } = {},
): string {
  return `openapi: ${version}
info: { title: Servers, version: '1' }
paths:
  /servers:
    get:
      operationId: getServers
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: ${schema}
              example: ${example}
components: ${components}
`;
}
