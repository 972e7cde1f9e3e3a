import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('numbers-exact', () => {
  test('accepts every number that a double represents exactly', async () => {
    expect(await findingsOf('numbers-exact/right')).toEqual([]);
  });

  test('rejects integers beyond 2^53 and decimals that a double changes', async () => {
    expect(await findingsOf('numbers-exact/wrong')).toEqual([
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          'most parsers read 9007199254740992 and the number after it as the same: write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/0',
        start: { line: 5, column: 13 },
        end: { line: 5, column: 29 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          '9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/1',
        start: { line: 6, column: 13 },
        end: { line: 6, column: 29 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          '-18446744073709551616 is beyond 2^53, where parsers round (most read -18446744073709552000): write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/2',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 34 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: 'most parsers read 0.1000000000000000055 as 0.1: write 0.1, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/3',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 34 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          'most parsers read 3.14159265358979323846 as 3.141592653589793: write 3.141592653589793, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/4',
        start: { line: 9, column: 13 },
        end: { line: 9, column: 35 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: '1e400 is larger than most parsers can read: write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/5',
        start: { line: 10, column: 13 },
        end: { line: 10, column: 18 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: 'most parsers read 1E-400 as 0: write 0, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/6',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 19 },
      },
    ]);
  });

  test('warns where the schema allows numbers beyond 2^53: by a bound, a format or a choice', async () => {
    const findings = await findingsOf('numbers-exact/allowed');
    expect(linesOf(findings)).toEqual([
      'bounds.json:2:11-2:31 warning /size: JavaScript reads 18446744073709551615 as 18446744073709552000, but "maximum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:3:13-3:33 warning /offset: JavaScript reads -9223372036854775808 as -9223372036854776000, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:4:12-4:29 warning /delta: JavaScript reads -9007199254740993 as -9007199254740992, but "exclusiveMinimum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:6:27-6:43 warning /items/0/n: JavaScript reads 9007199254740993 as 9007199254740992, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:7:29-7:45 error /items/1/n: 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
      'bounds.json:9:12-9:28 error /small: most parsers read 9007199254740992 and the number after it as the same: write it as a string',
      'bounds.json:10:10-10:26 error /any: 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
      'bounds.json:11:14-11:35 error /decimal: most parsers read 0.1000000000000000055 as 0.1: write 0.1, or a string',
      'bounds.json:12:11-12:27 error /text: 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
      'bounds.json:13:10-13:29 warning /x_a: JavaScript reads 9223372036854775807 as 9223372036854776000, but "maximum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:14:12-14:28 warning /other: JavaScript reads other numbers as 9007199254740992 too, but "maximum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:15:12-15:28 warning /least: JavaScript reads other numbers as 9007199254740994 too, but "minimum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'bounds.json:16:17-16:33 error /wrong_side: 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
      'choices.json:2:9-2:27 warning /id: JavaScript reads 9007199254740993.0 as 9007199254740992, but "const" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'choices.json:3:10-3:30 warning /key: JavaScript reads 18446744073709551615 as 18446744073709552000, but "enum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'choices.json:4:12-4:28 warning /pair/0: JavaScript reads 9007199254740993 as 9007199254740992, but "enum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'choices.json:4:30-4:51 warning /pair/1: JavaScript reads 0.1000000000000000055 as 0.1, but "enum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'choices.json:5:11-5:27 warning /near: JavaScript reads other numbers as 9007199254740992 too, but "const" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'draft-04.json:1:8-1:27 warning /n: JavaScript reads 9223372036854775807 as 9223372036854776000, but "exclusiveMaximum" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'draft-04.json:1:36-1:55 error /ref: 9223372036854775807 is beyond 2^53, where parsers round (most read 9223372036854776000): write it as a string',
      'refused.json:1:11-1:31 warning /size: JavaScript reads 18446744073709551616 as 18446744073709552000, but "maximum" in the schema allows such numbers: send a string, or make clients parse big numbers',
    ]);
    expect(findings[0]).toMatchObject({
      related: [
        {
          message: 'they are allowed here',
          file: 'schemas/bounds.json',
          pointer: '/$defs/size/maximum',
          start: { line: 3, column: 59 },
          end: { line: 3, column: 79 },
        },
      ],
    });
  });

  test('in YAML, in the examples of OpenAPI documents and in those and defaults of their schemas', async () => {
    expect(linesOf(await findingsOf('numbers-exact/yaml'))).toEqual([
      'size.yaml:1:5-1:21 warning /id: JavaScript reads 9007199254740993 as 9007199254740992, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'size.yaml:2:8-2:29 error /ratio: most parsers read 0.1000000000000000055 as 0.1: write 0.1, or a string',
      'size.yaml:3:17-3:33 error /sizes/1: most parsers read 9007199254740992 and the number after it as the same: write it as a string',
      'sizes.yaml:3:5-3:21 warning /id: JavaScript reads 9007199254740993 as 9007199254740992, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'openapi.yaml:13:30-13:49 warning /id: JavaScript reads 9223372036854775807 as 9223372036854776000, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'openapi.yaml:13:54-13:75 error /n: 123456789012345678901 is beyond 2^53, where parsers round (most read 123456789012345680000): write it as a string',
      'openapi.yaml:16:37-16:53 error : 9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
      'openapi.yaml:17:52-17:68 warning : JavaScript reads 9007199254740993 as 9007199254740992, but "format" in the schema allows such numbers: send a string, or make clients parse big numbers',
      'openapi.yaml:18:99-18:120 error /from: 123456789012345678901 is beyond 2^53, where parsers round (most read 123456789012345680000): write it as a string',
    ]);
  });
});
