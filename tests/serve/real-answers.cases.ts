import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type { HttpHeaders } from '../../src/model/live/exchange';
import { createApi } from '../../src/serve/create-api';
import { ask, compute } from './ask';

/** A request, and the response of a real Compute API (2.1 to 2.93). `{newest}` and `{newest+1}` are placeholders for its microversions. */
interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: HttpHeaders;
  readonly status: number;
  readonly echo?: string;
  /** The kind of the document, or the name of the error. */
  readonly body?: string;
  readonly message?: string;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(join(__dirname, '..', 'fixtures', 'live', 'requests.json'), 'utf8')
    .replaceAll('{newest+1}', '2.61')
    .replaceAll('{newest}', '2.60'),
);

const api = createApi(compute);

const named = recorded.map((wanted) => ({
  ...wanted,
  sent: wanted.headers.map(([name, value]) => ` / ${name}: ${value}`).join(''),
}));

test.each(named)('$method $path$sent has the response of a real Compute API', (wanted) => {
  const { method, path, headers } = wanted;
  const answer = ask(api, `${method} ${path}`, headers);
  const { echo } = wanted;
  const isError = wanted.status >= 400 && wanted.body !== 'no resource';
  expect({ ...summary(answer.body), status: answer.status, headers: withoutLength(answer.headers) }).toEqual({
    ...(wanted.body === undefined ? {} : { body: wanted.body }),
    ...(wanted.message === undefined ? {} : { message: wanted.message }),
    status: wanted.status,
    headers: [
      ['Content-Type', isError ? 'application/json; charset=UTF-8' : 'application/json'],
      ...(echo === undefined
        ? []
        : [
            ['OpenStack-API-Version', `compute ${echo}`],
            ['X-OpenStack-Nova-API-Version', echo],
            ['Vary', 'OpenStack-API-Version'],
            ['Vary', 'X-OpenStack-Nova-API-Version'],
          ]),
    ],
  });
});

test('the recording is long enough to have the cases in which services are known to differ', () => {
  expect(recorded.length).toBeGreaterThan(100);
});

function withoutLength(headers: HttpHeaders): HttpHeaders {
  return headers.filter(([name]) => name !== 'Content-Length');
}

/** The kind of a body, in the words of the recording. */
function summary(text: string): { readonly body?: string; readonly message?: string } {
  if (text === '') return {};
  const body = JSON.parse(text);
  const [key = ''] = Object.keys(body);
  if (key === 'versions') return { body: 'index' };
  if (key === 'version') return { body: body.version.id };
  if (key === 'choices' || key === 'message') return { body: key === 'choices' ? key : 'no resource' };
  return { body: key, message: body[key].message };
}
