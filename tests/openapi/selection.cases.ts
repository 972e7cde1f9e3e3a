import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, openFixture } from './read-fixture';

describe('a selection of operations', () => {
  test('has the callbacks of the selected operations, and callbacks that it names', () => {
    expect(openFixture('selection').contracts.map(({ name }) => name)).toEqual([
      'addRoom.query.shared',
      'addRoom.callback.added.request',
      'inner.listDoors.callback.opened.request',
    ]);
  });

  test('has no findings in other operations', async () => {
    expect(await checkFixtureFolder('selection')).toEqual([
      'openapi.yaml:11:149-11:152 error sample-matches-schema: expected an integer, got "one"',
      'openapi.yaml:24:169-24:174 error sample-matches-schema: expected an integer, got "three"',
      'openapi.yaml:25:21-25:50 error openapi-readable: "#/components/pathItems/none" leads nowhere: fix the reference',
      'openapi.yaml:28:77-28:78 error openapi-readable: expected examples by name, each an object with "value", got 5: put each value below "value", or write "example" if this is one example',
    ]);
  });
});
