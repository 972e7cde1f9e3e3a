import { describe, expect, test } from '@jest/globals';
import { isInResponse, isWholeResponse } from '../../src/reporters/response-place';

const URL = 'http://compute.example.com/v2.1/';
const START = { line: 1, column: 1, offset: 0 };
const LATER = { line: 1, column: 3, offset: 2 };
const whole = { message: 'm', start: START, end: START };

describe('a place in a response', () => {
  test.each([
    [URL, true],
    ['https://compute.example.com/v2.1/ at 2.60', true],
    ['HTTPS://COMPUTE.EXAMPLE.COM/', true],
    ['http/versions.json', false],
    ['api_samples/http:/versions.json', false],
    ['<stdin>', false],
  ])('is told by its URL: %s', (file, expected) => {
    expect(isInResponse({ ...whole, file })).toBe(expected);
  });

  test.each([
    ['the response', { ...whole, file: URL }, true],
    ['a file as a whole, which has a first line', { ...whole, file: 'contracts.yaml' }, false],
    ['the value of a response', { ...whole, file: URL, pointer: '' }, false],
    ['the first two characters', { ...whole, file: URL, end: LATER }, false],
    ['a later place', { ...whole, file: URL, start: LATER, end: LATER }, false],
  ])('means the whole response: %s', (_, place, expected) => {
    expect(isWholeResponse(place)).toBe(expected);
  });
});
