import { expect, test } from '@jest/globals';

import { withoutHidden } from '../../../src/engine/judge/select-severities';
import type { Severity } from '../../../src/model/severity';
import { collectionLink } from '../../../src/rules/laws/collection-link';
import { statusKnown } from '../../../src/rules/laws/status-known';
import type { AnyRule } from '../../../src/rules/rule';

const report = (rule: AnyRule, severity: Severity) => ({
  rule,
  severity,
  at: { file: 'a.json', pointer: '', token: 'opening' } as const,
  message: '',
  also: [],
});
const LINK = report(collectionLink, 'info');
const REMOVED = report(statusKnown, 'info');
const UNKNOWN = report(statusKnown, 'warning');

test.each([
  ['a rule with hidden reports only', 'warning', [LINK, REMOVED], []],
  ['no report of a rule that is shown in part', 'warning', [LINK, REMOVED, UNKNOWN], [REMOVED, UNKNOWN]],
  ['a warning among errors', 'error', [LINK, UNKNOWN], []],
  ['nothing if all are shown', 'info', [LINK, REMOVED], [LINK, REMOVED]],
] as const)('leaves out %s', (_, least, reports, expected) => {
  expect(withoutHidden(reports, least)).toEqual(expected);
});
