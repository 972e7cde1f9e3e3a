import { expect, test } from '@jest/globals';

import { RULES } from '../../src/rules/rule-registry';
import { checkFixture } from './rule-fixtures';

test.each(RULES.map(({ id }) => id))('no rule reports an error or warning in %s/right', async (id) => {
  const { findings } = await checkFixture(`${id}/right`, RULES);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
