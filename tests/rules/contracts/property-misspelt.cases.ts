import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('property-misspelt', () => {
  test('accepts other properties, short ones, and those next to the declared one', async () => {
    expect(await findingsOf('property-misspelt/right')).toEqual([]);
  });

  test('reports a property one letter from an absent one, at any depth', async () => {
    expect(linesOf(await findingsOf('property-misspelt/wrong'))).toEqual([
      'server.json:1:3-1:15 warning /descripton: the schema accepts "descripton", but does not declare it: did you mean "description"?',
      'server.json:1:22-1:29 warning /lockd: the schema accepts "lockd", but does not declare it: did you mean "locked"?',
      'server.json:1:47-1:55 warning /host/namess: the schema accepts "namess", but does not declare it: did you mean "names"?',
      'server.json:1:74-1:83 warning /zones/0/regions: the schema accepts "regions", but does not declare it: did you mean "region"?',
      'zone.yaml:4:5-4:11 warning /zones/1/number: the schema accepts "number", but does not declare it: did you mean "numbers"?',
      'openapi.yaml:14:24-14:31 warning /hostnam: the schema accepts "hostnam", but does not declare it: did you mean "hostname"?',
      'openapi.yaml:14:36-14:44 warning /passwort: the schema accepts "passwort", but does not declare it: did you mean "password"?',
    ]);
  });
});
