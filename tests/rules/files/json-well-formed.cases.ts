import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('json-well-formed', () => {
  test('accepts one JSON value on one or many lines, with any line ending', async () => {
    expect(await findingsOf('json-well-formed/right')).toEqual([]);
  });

  test('points at the text that is not JSON and says how to fix it', async () => {
    expect(await findingsOf('json-well-formed/wrong')).toEqual([
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'JSON does not allow comments: remove it',
        file: 'api_samples/flavors/comment.json',
        start: { line: 4, column: 28 },
        end: { line: 4, column: 43 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'the file is empty: expected a JSON value',
        file: 'api_samples/flavors/empty.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'expected a comma before `"name"`',
        file: 'api_samples/flavors/missing-comma.json',
        start: { line: 4, column: 9 },
        end: { line: 4, column: 15 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'the object that starts on line 1 is not closed: expected `}`, got the end of the text',
        file: 'api_samples/flavors/not-closed.json',
        start: { line: 8, column: 1 },
        end: { line: 8, column: 1 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: '`None` is not JSON: write `null`',
        file: 'api_samples/flavors/python.json',
        start: { line: 5, column: 16 },
        end: { line: 5, column: 20 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'JSON strings need double quotes: replace the single quotes',
        file: 'api_samples/flavors/single-quotes.json',
        start: { line: 4, column: 17 },
        end: { line: 4, column: 26 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'JSON does not allow trailing commas: remove it',
        file: 'api_samples/flavors/trailing-comma.json',
        start: { line: 5, column: 19 },
        end: { line: 5, column: 20 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'a second document starts here: keep only one',
        file: 'api_samples/flavors/two-documents.json',
        start: { line: 8, column: 1 },
        end: { line: 8, column: 2 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'a tab in a string must be escaped: write `\\t`',
        file: 'api_samples/flavors/unescaped-tab.json',
        start: { line: 4, column: 20 },
        end: { line: 4, column: 21 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'a string is not closed: add its closing quote on this line',
        file: 'api_samples/flavors/unfinished-string.json',
        start: { line: 4, column: 17 },
        end: { line: 4, column: 26 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'JSON property names need double quotes: write `"ram"`',
        file: 'api_samples/flavors/unquoted-key.json',
        start: { line: 5, column: 9 },
        end: { line: 5, column: 12 },
      },
      {
        ruleId: 'json-well-formed',
        severity: 'error',
        message: 'the file is empty: expected a JSON value',
        file: 'api_samples/flavors/white-space.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
