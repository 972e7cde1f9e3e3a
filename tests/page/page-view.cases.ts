import { describe, expect, test } from '@jest/globals';

import {
  changeView,
  filterWords,
  hasFilter,
  readFragment,
  writeFragment,
  type PageView,
} from '../../src/page/view/page-view';

describe('the fragment of a page', () => {
  test.each<[string, PageView]>([
    ['', {}],
    ['#rule=status-known', { rule: 'status-known' }],
    [
      '#severity=error,warning&file=api_samples/a.json',
      { severity: 'error,warning', file: 'api_samples/a.json' },
    ],
    ['#text=a+b%26c%3Dd%23&min=2.3&max=2.8', { text: 'a b&c=d#', min: '2.3', max: '2.8' }],
    ['#finding=samplegate/v1:ab%2Bc', { finding: 'samplegate/v1:ab+c' }],
    ['#text=%E2%80%AE%3C/script%3E', { text: '\u202E</script>' }],
  ])('%s is read and written', (fragment, view) => {
    expect(readFragment(fragment)).toEqual(view);
    expect(writeFragment(view)).toBe(fragment);
  });

  test.each<[string, PageView]>([
    ['#rule=a&no=b&rule=c', { rule: 'a' }],
    ['#rule=&__proto__=x', {}],
    ['#text=%zz', { text: '%zz' }],
  ])('what is unknown, empty, repeated or malformed in %s does no harm', (fragment, view) => {
    expect(readFragment(fragment)).toEqual(view);
  });

  test('an id of an element is not a view', () => {
    expect(readFragment('#findings')).toBeUndefined();
  });
});

test('the filter in words is what was chosen, however a link writes it', () => {
  const view: PageView = {
    text: 'a+b 100% %41',
    severity: 'error,warning',
    file: 'a b.json',
    min: '2.3',
    max: '2.8',
    page: '2',
  };
  expect(filterWords(view)).toBe(
    'text a+b 100% %41; severity error,warning; file a b.json; from microversion 2.3; up to microversion 2.8',
  );
  expect(filterWords({ finding: 'x' })).toBe('');
});

describe('a change of the view', () => {
  test('of the filter closes the finding and returns to the first page', () => {
    expect(changeView({ rule: 'a', page: '3', finding: 'f' }, { severity: 'error' })).toEqual({
      rule: 'a',
      severity: 'error',
    });
  });

  test('of the page closes the finding, of the coverage keeps it', () => {
    expect(changeView({ rule: 'a', finding: 'f' }, { page: '2' })).toEqual({ rule: 'a', page: '2' });
    expect(changeView({ rule: 'a', finding: 'f' }, { coverage: 'stale' })).toEqual({
      rule: 'a',
      finding: 'f',
      coverage: 'stale',
    });
  });

  test('to an empty value removes the field', () => {
    expect(changeView({ rule: 'a', text: 'b' }, { rule: '' })).toEqual({ text: 'b' });
  });

  test('only some fields select findings', () => {
    expect(hasFilter({ finding: 'f', page: '2', coverage: 'wrong' })).toBe(false);
    expect(hasFilter({ max: '2.8' })).toBe(true);
  });
});
