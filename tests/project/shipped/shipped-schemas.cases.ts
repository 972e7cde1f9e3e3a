import { expect, jest, test } from '@jest/globals';

import type * as Limits from '../../../src/model/project/limits';
import type * as ShippedSchemas from '../../../src/project/shipped/shipped-schemas';

test('a long file is validated to its end, however long that takes', () => {
  jest.isolateModules(() => {
    const { DEFAULT_LIMITS }: typeof Limits = require('../../../src/model/project/limits');
    Object.assign(DEFAULT_LIMITS, { validationTime: 1 });
    const {
      violationsOfShipped,
    }: typeof ShippedSchemas = require('../../../src/project/shipped/shipped-schemas');
    const targets = Array.from({ length: 5000 }, (_, index) => ({
      url: `http://${index}.example.com/`,
      tokn: 1,
    }));
    expect(violationsOfShipped('targets.schema.json', { targets })).toHaveLength(5000);
  });
});
