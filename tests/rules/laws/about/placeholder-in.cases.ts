import { expect, test } from '@jest/globals';

import { placeholderIn } from '../../../../src/rules/laws/about/placeholder-in';

test.each([
  ['{Current_Max_Version}', '{Current_Max_Version}'],
  ['{{ version }}', '{{ version }}'],
  ['http://%(host)s:8774/v2/', '%(host)s'],
  ['http://host/v2/$(tenant_id)s', '$(tenant_id)s'],
  ['application/json;version=${MAJOR}', '${MAJOR}'],
  ['$VERSION', '$VERSION'],
  ['http://<host>/v2/', '<host>'],
])('finds the placeholder of %s', (text, placeholder) => {
  expect(placeholderIn(text)).toBe(placeholder);
});

test.each(['2.104', 'http://host/v2.1/', 'http://host/a%20b?c=$1', '{}', '1 < 2 > 0', 'http://[::1]/v2/'])(
  'finds no placeholder in %s',
  (text) => {
    expect(placeholderIn(text)).toBeUndefined();
  },
);
