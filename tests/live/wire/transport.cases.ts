import { expect, jest, test } from '@jest/globals';

import { get, SETTINGS } from '../loopback';

test('the first request loads undici, creating a client does not', async () => {
  let loaded = 0;
  await jest.isolateModulesAsync(async () => {
    jest.doMock('undici', () => {
      loaded += 1;
      return jest.requireActual('undici');
    });
    const { createClient } = jest.requireActual<typeof import('../../../src/live/create-client')>(
      '../../../src/live/create-client',
    );
    const client = createClient(SETTINGS);
    expect(loaded).toBe(0);
    await client.send(get('http://127.0.0.1:1/'));
    expect(loaded).toBe(1);
    await client.close();
    jest.dontMock('undici');
  });
});
