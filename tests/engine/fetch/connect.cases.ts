import { afterEach, describe, expect, test } from '@jest/globals';

import { withService, type LiveCheck, type LiveOptions } from '../../../src/engine/fetch/connect';
import { createLoopback, get } from '../../live/loopback';

const loopback = createLoopback();

afterEach(loopback.close);

function opened(options: LiveOptions): Promise<LiveCheck> {
  return withService(options, async (service) => service);
}

test('the default name of a service is its URL, without user name and password, as it was typed', async () => {
  expect(await opened({ url: 'http://joe:sesame@127.0.0.1:8774/compute' })).toEqual({
    target: { name: 'http://127.0.0.1:8774/compute', url: 'http://127.0.0.1:8774/compute' },
    address: 'http://joe:sesame@127.0.0.1:8774/compute',
    client: expect.anything(),
    env: process.env,
  });
});

test('the options of a service are kept', async () => {
  const given = { name: 'nova', newest: '2.93', compare: 'shape', negotiate: true, env: { A: 'b' } } as const;
  expect(await opened({ url: 'http://a/', ...given })).toEqual({
    target: { name: 'nova', url: 'http://a/' },
    address: 'http://a/',
    newest: { major: 2, minor: 93 },
    compare: 'shape',
    negotiate: true,
    env: { A: 'b' },
    client: expect.anything(),
  });
});

test.each([
  ['URL', { url: 'nova:8774' }, '`nova:8774` has no scheme'],
  ['microversion', { url: 'http://a/', newest: 'latest' }, '`latest` is not a microversion'],
])('an invalid %s stops the run', async (_, options, message) => {
  await expect(opened(options)).rejects.toThrow(message);
});

describe('a service', () => {
  test('gets the headers, and credentials only with requests that ask for them', async () => {
    const got: unknown[] = [];
    const { url } = await loopback.http((request, response) => {
      got.push([request.headers['x-auth-token'], request.headers['x-plain']]);
      response.end('{}');
    });
    const headers = [
      { name: 'X-Auth-Token', value: 'secret', shown: '$T', credential: true },
      { name: 'X-Plain', value: 'plain', shown: 'plain', credential: false },
    ];
    await withService({ url, headers }, async ({ client }) => {
      await client.send(get(url));
      await client.send(get(url, { token: true }));
    });
    expect(got).toEqual([
      [undefined, 'plain'],
      ['secret', 'plain'],
    ]);
  });

  test('is closed again, also when the task fails', async () => {
    const { url } = await loopback.http((_request, response) => response.end('{}'));
    const open: LiveCheck[] = [];
    const task = withService({ url, retries: 0 }, async (service) => {
      open.push(service);
      await service.client.send(get(url));
      throw new Error('the task failed');
    });
    await expect(task).rejects.toThrow('the task failed');
    const [service] = open;
    expect(await service?.client.send(get(url))).toMatchObject({ failure: { kind: 'interrupted' } });
  });

  test('is not waited for after the signal aborts', async () => {
    const { url } = await loopback.http(() => {});
    const ending = new AbortController();
    const answer = withService({ url }, ({ client }) => client.send(get(url)), ending.signal);
    ending.abort();
    expect(await answer).toMatchObject({ kind: 'failed', failure: { kind: 'interrupted' } });
  });

  test('gets no request if the signal was aborted before', async () => {
    const requests: unknown[] = [];
    const { url } = await loopback.http((request) => requests.push(request));
    const exchange = await withService({ url }, ({ client }) => client.send(get(url)), AbortSignal.abort());
    expect(exchange).toMatchObject({ kind: 'failed', failure: { kind: 'interrupted' } });
    expect(requests).toEqual([]);
  });
});
