import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../../src/engine/check';
import { tempProject } from '../../engine/temp-project';

/** A body with its schema, as a response of `GET /a` or the request of `POST /a`. */
export interface Body {
  readonly schema: object;
  readonly example: unknown;
  readonly direction?: 'request' | 'response';
  /** The schemas with names. References to them are written for OpenAPI 3: `#/components/schemas/Name`. */
  readonly schemas?: Readonly<Record<string, object>>;
}

/** The forms in which the same body is written, by name: the files of a project, the document first. */
export type Forms = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A body in every version of OpenAPI, in JSON and YAML, with aliases, as a component, and in several files. */
export function formsOf(body: Body): Forms {
  return { ...formsOfThree(body), '2.0': { 'swagger.json': swagger(body) } };
}

/** The same without Swagger 2.0. */
export function formsOfThree(body: Body): Forms {
  return { ...formsIn('3.0.3', body), ...formsSince31(body) };
}

/** In OpenAPI 3.1 and later, as a webhook too. */
export function formsSince31(body: Body): Forms {
  const { schemas = {} } = body;
  const webhook = { hook: { post: operation({ ...body, direction: 'request' }) } };
  const document = { openapi: '3.1.0', info: INFO, webhooks: webhook, components: { schemas } };
  return {
    '3.1 JSON': { 'openapi.json': three('3.1.0', body) },
    '3.2 JSON': { 'openapi.json': three('3.2.0', body) },
    ...(body.direction === 'request' ? { '3.1 webhook': { 'openapi.json': document } } : {}),
  };
}

/** In one version: plain, with aliases of YAML, with the body as a component, and in several files. */
export function formsIn(version: string, body: Body): Forms {
  const { schema, example, schemas = {}, direction = 'response' } = body;
  const media = { schema, example };
  const content = { content: { 'application/json': media } };
  const section = direction === 'response' ? 'responses' : 'requestBodies';
  const component = { $ref: `#/components/${section}/Body` };
  const inComponent = {
    openapi: version,
    info: INFO,
    paths: pathsOf(operationWith(component, direction), direction),
    components: { [section]: { Body: { description: 'b', ...content } }, schemas },
  };
  return {
    [`${version} YAML`]: { 'openapi.yaml': JSON.stringify(three(version, body)) },
    [`${version} alias`]: {
      'openapi.yaml': [
        `openapi: ${version}`,
        `info: ${JSON.stringify(INFO)}`,
        `x-example: &example ${JSON.stringify(example)}`,
        `components: { schemas: ${JSON.stringify(schemas)} }`,
        `paths: ${JSON.stringify(three(version, { ...body, example: ALIASED }).paths).replace(JSON.stringify(ALIASED), '*example ')}`,
      ].join('\n'),
    },
    [`${version} component`]: { 'openapi.json': inComponent },
    [`${version} files`]: {
      'openapi.yaml': JSON.stringify({
        openapi: version,
        info: INFO,
        paths: { '/a': { $ref: 'paths/a.yaml' } },
        components: { schemas },
      }),
      'paths/a.yaml': JSON.stringify(
        toDocument(
          pathsOf(
            operationWith(
              { description: 'b', content: { 'application/json': { schema, examples: { one: FROM_FILE } } } },
              direction,
            ),
            direction,
          )['/a'],
        ),
      ),
      'examples/one.json': JSON.stringify({ value: example }),
    },
  };
}

const INFO = { title: 'Forms', version: '1' };

const ALIASED = 'aliased';

const FROM_FILE = { $ref: '../examples/one.json' };

function three(version: string, body: Body) {
  const { schemas = {}, direction = 'response' } = body;
  return {
    openapi: version,
    info: INFO,
    paths: pathsOf(operation(body), direction),
    components: { schemas },
  };
}

function operation({ schema, example, direction = 'response' }: Body): object {
  return operationWith({ description: 'b', content: { 'application/json': { schema, example } } }, direction);
}

function operationWith(body: object, direction: 'request' | 'response'): object {
  return direction === 'response'
    ? { responses: { 200: body } }
    : { requestBody: body, responses: { 204: { description: 'b' } } };
}

function pathsOf(given: object, direction: 'request' | 'response'): Readonly<Record<string, object>> {
  return { '/a': { [direction === 'response' ? 'get' : 'post']: given } };
}

/** References to components from a file in a folder next to the document. */
function toDocument(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/', '"../openapi.yaml#/'));
}

function swagger({ schema, example, schemas = {}, direction = 'response' }: Body): unknown {
  const request = {
    parameters: [{ name: 'body', in: 'body', schema, 'x-example': example }],
    responses: { 204: { description: 'b' } },
  };
  const response = {
    responses: { 200: { description: 'b', schema, examples: { 'application/json': example } } },
  };
  const paths = pathsOf(direction === 'response' ? response : request, direction);
  return JSON.parse(
    JSON.stringify({ swagger: '2.0', info: INFO, paths, definitions: schemas }).replaceAll(
      '#/components/schemas/',
      '#/definitions/',
    ),
  );
}

/** What one rule finds in each form, in lines: the form, the file, the text of the token, the severity and the message. */
export async function findingsInForms(ruleId: string, forms: Forms): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [name, files] of Object.entries(forms)) {
    const cwd = tempProject(files);
    const [document = ''] = Object.keys(files);
    const { findings } = await check({ cwd, paths: [document], noManifest: true, cache: false });
    for (const { file, start, end, severity, message } of findings.filter((each) => each.ruleId === ruleId)) {
      const token = readFileSync(join(cwd, file), 'utf8').slice(start.offset, end.offset);
      lines.push(`${name}: ${file} ${token} ${severity} ${message}`);
    }
  }
  return lines;
}
