import { expect, jest, test } from '@jest/globals';

import { createClient } from '../../../src/live/create-client';
import { get, SETTINGS } from '../loopback';

let loaded = 0;
jest.mock('undici', () => {
  loaded += 1;
  return jest.requireActual('undici');
});

test('the first request loads undici, creating a client does not', async () => {
  const client = createClient(SETTINGS);
  expect(loaded).toBe(0);
  await client.send(get('http://127.0.0.1:1/'));
  expect(loaded).toBe(1);
  await client.close();
});
