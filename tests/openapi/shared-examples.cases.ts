import { describe, expect, test } from '@jest/globals';

import { runPlan } from '../../src/engine/pipeline';
import { planProject } from '../../src/engine/plan-project';
import { openFixture } from './read-fixture';

describe('an example that several operations use with different schemas', () => {
  test('has findings that name only the operations where it is wrong', async () => {
    const { findings } = await runPlan(planProject(openFixture('shared-examples')));
    expect(
      findings.map(({ message, contract, operations }) => [message, contract, ...(operations ?? [])]),
    ).toEqual([
      ['required property "name" is missing', 'putRoom.200', 'PUT /rooms/{name} → 200'],
      ['expected an array, got an object', 'listRooms.200', 'GET /rooms → 200'],
      [
        'property "id" is read-only: remove it from the request',
        'createRoom.request, putRoom.request',
        'POST /rooms request',
        'PUT /rooms/{name} request',
      ],
      [
        'property "secret" is write-only: remove it from the response',
        'createRoom.201, getRoom.200',
        'POST /rooms → 201',
        'GET /rooms/{name} → 200',
      ],
      [
        'expected an integer, got "four"',
        'createRoom.request, createRoom.201, getRoom.200, putRoom.request',
        'POST /rooms request',
        'POST /rooms → 201',
        'GET /rooms/{name} → 200',
        'PUT /rooms/{name} request',
      ],
    ]);
  });
});
