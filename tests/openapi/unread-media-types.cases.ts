import { describe, expect, test } from '@jest/globals';

import { runPlan } from '../../src/engine/pipeline';
import { planProject } from '../../src/engine/plan-project';
import { openFixture } from './read-fixture';

describe('media types whose examples are not judged', () => {
  test('are counted by what they are', async () => {
    const { findings, summary } = await runPlan(planProject(openFixture('unread-media-types')));
    expect(findings.map(({ message }) => message)).toEqual(['expected an integer, got "x"']);
    expect(summary.notChecked.map(({ what, items }) => `${items.length} ${what}`)).toEqual([
      '3 text examples',
      '2 YAML examples',
      '2 XML examples',
      '2 binary examples',
      '1 non-JSON examples',
      '1 form examples',
    ]);
  });
});
