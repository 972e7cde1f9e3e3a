import { join } from 'node:path';

import { openProject } from '../../src/engine/open/open-project';
import type { HttpHeaders } from '../../src/model/live/exchange';
import type { Answer } from '../../src/serve/answer';
import { createApi, type Api } from '../../src/serve/create-api';
import { readFault } from '../../src/serve/faults/read-fault';

const ROOT = join(__dirname, '..', '..');

/** This repository's own project: the versions documents of Compute. */
export const compute = openProject({ cwd: ROOT });

/** A project with servers at three microversions, and with requests that have no sample. */
export const servers = openProject({ cwd: join(ROOT, 'tests', 'fixtures', 'projects', 'serve') });

/** Compute's API with these faults. */
export function computeWith(...faults: readonly string[]): Api {
  return createApi(compute, { faults: faults.map(readFault) });
}

/** The response of an API at http://api.test to a request such as `GET /v2.1/`. */
export function ask(api: Api, request: string, headers: HttpHeaders = []): Answer {
  const [method = '', path = ''] = request.split(' ');
  return api.answer({ method, path, headers, host: 'api.test' });
}

export function headerOf({ headers }: Answer, name: string): string | undefined {
  return headers.find(([key]) => key === name)?.[1];
}

/** The microversion in the header of a response. */
export function echoOf(answer: Answer): string | undefined {
  return headerOf(answer, 'OpenStack-API-Version');
}

/** A request header for a microversion of compute. */
export function at(microversion: string): HttpHeaders {
  return [['OpenStack-API-Version', `compute ${microversion}`]];
}
