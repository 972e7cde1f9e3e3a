import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { createLoopback } from '../../live/loopback';

/** How a service of the fleet behaves. */
const KINDS = [
  'right',
  'slow',
  'stale',
  'misspelt',
  'behind',
  'html',
  'cut off',
  'no HTTP',
  'hung',
  'refused',
] as const;

export type Kind = (typeof KINDS)[number];

const ROOT = join(__dirname, '../../..');

/** The schemas and samples of this project, which the fleet is held to. */
export const PROJECT: Readonly<Record<string, unknown>> = {
  'contracts.json': {
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
  },
  ...filesOf(['defs', 'index', 'show'].map((name) => `schemas/versions/${name}.json`)),
  ...filesOf(
    ['versions-get', 'v2-version-get', 'v21-version-get'].map(
      (name) => `api_samples/versions/${name}-resp.json`,
    ),
  ),
};

function filesOf(paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

const BODIES: ReadonlyMap<string, string> = new Map([
  ['/', String(PROJECT['api_samples/versions/versions-get-resp.json'])],
  ['/v2/', String(PROJECT['api_samples/versions/v2-version-get-resp.json'])],
  ['/v2.1/', String(PROJECT['api_samples/versions/v21-version-get-resp.json'])],
]);

/** A service, as a targets file names it. */
export interface FleetService {
  readonly kind: Kind;
  readonly entry: { readonly name: string; readonly url: string };
}

/** As many services of every kind as asked for, their names telling kind and number, the kinds mixed. */
export async function startServices(
  loopback: ReturnType<typeof createLoopback>,
  each: number,
): Promise<readonly FleetService[]> {
  const kinds = Array.from(
    { length: each * KINDS.length },
    (_, index) => KINDS[index % KINDS.length] ?? 'right',
  );
  return Promise.all(
    kinds.map(async (kind, index) => ({
      kind,
      entry: {
        name: `${kind} ${index}`,
        url: await urlOf(kind, index, loopback),
        ...(kind === 'hung' ? { timeout: 0.3 } : {}),
        ...(kind === 'behind' ? { newest: '2.999' } : {}),
      },
    })),
  );
}

async function urlOf(
  kind: Kind,
  index: number,
  loopback: ReturnType<typeof createLoopback>,
): Promise<string> {
  // Nobody listens on this port of these addresses, while a port that was closed may be another program's.
  if (kind === 'refused') return `http://127.1.0.${index}:9/`;
  if (kind === 'no HTTP') return (await loopback.raw((socket) => socket.end('220 ready\r\n'))).url;
  return (await loopback.http((request, response) => answer(kind, request, response))).url;
}

function answer(kind: Kind, { url = '', headers }: IncomingMessage, response: ServerResponse): void {
  if (kind === 'hung') return;
  const text = (BODIES.get(url) ?? '{}').replaceAll('http://openstack.example.com', `http://${headers.host}`);
  setTimeout(
    () => {
      response
        .writeHead(BODIES.has(url) ? 200 : 404, {
          'Content-Type': kind === 'html' ? 'text/html' : 'application/json',
        })
        .end(bodyOf(kind, text));
    },
    kind === 'slow' ? 50 : 0,
  );
}

function bodyOf(kind: Kind, text: string): string {
  switch (kind) {
    case 'stale':
      return text.replaceAll(/"version": "2\.\d+"/g, '"version": "2.40"');
    case 'misspelt':
      return text.replaceAll('"SUPPORTED"', '"SUPORTED"');
    case 'html':
      return '<!DOCTYPE html><title>It works!</title>';
    case 'cut off':
      return text.slice(0, -20);
    case 'right':
    case 'slow':
    case 'behind':
    case 'no HTTP':
    case 'hung':
    case 'refused':
      return text;
  }
}
