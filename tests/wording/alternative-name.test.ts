import { expect, test } from '@jest/globals';

import { alternativeName } from '../../src/wording/alternative-name';

test.each<[unknown, string]>([
  [{ title: 'A volume', $ref: '#/components/schemas/Volume' }, '"A volume"'],
  [{ $ref: '#/components/schemas/Volume' }, '"Volume"'],
  [{ $ref: 'models/volume.yml' }, '"volume"'],
  [{ $ref: '#/components/responses/Volumes/content/json/schema/oneOf/1' }, 'alternative 3'],
  [{ properties: { type: { const: 'volume' } } }, 'alternative 3 (type "volume")'],
  [true, 'alternative 3'],
])('the third alternative %j is called %s', (schema, name) => {
  expect(alternativeName(schema, 2)).toBe(name);
});
