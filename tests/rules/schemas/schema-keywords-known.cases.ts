import { describe, expect, test } from '@jest/globals';

import { schemaKeywordsKnown } from '../../../src/rules/schemas/schema-keywords-known';
import { checkFixture, findingsOf, linesOf } from '../rule-fixtures';

describe('schema-keywords-known', () => {
  test('accepts annotations and custom keywords', async () => {
    expect(await findingsOf('schema-keywords-known/right')).toEqual([]);
  });

  test('warns about a keyword whose vocabulary the meta-schema does not list', async () => {
    const { findings } = await checkFixture('schema-dialect-known/own', [schemaKeywordsKnown]);
    expect(linesOf(findings)).toEqual([
      'plain.json:1:33-1:43 warning /required: "required" is ignored: schemas/plain-meta.json does not list its vocabulary ("validation") in "$vocabulary"',
      'plain.json:1:81-1:92 warning /properties/name/minLength: "minLength" is ignored: schemas/plain-meta.json does not list its vocabulary ("validation") in "$vocabulary"',
    ]);
  });

  test('rejects a misspelled keyword, and warns about any other unknown one', async () => {
    expect(await findingsOf('schema-keywords-known/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message: '"minlength" is not a keyword of 2020-12, so it is ignored: did you mean "minLength"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/minlength',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 24 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message: '"nullable" is a keyword only in OpenAPI 3.0, so 2020-12 ignores it: add "null" to the type',
        file: 'schemas/server.json',
        pointer: '/properties/host/nullable',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 23 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"additionalItems" is a keyword only up to 2019-09, so 2020-12 ignores it: write "items", which applies to the items after "prefixItems"',
        file: 'schemas/server.json',
        pointer: '/properties/tags/additionalItems',
        start: { line: 16, column: 13 },
        end: { line: 16, column: 30 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message: '"requierd" is not a keyword of 2020-12, so it is ignored: did you mean "required"?',
        file: 'schemas/server.json',
        pointer: '/requierd',
        start: { line: 19, column: 5 },
        end: { line: 19, column: 15 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"tsType" is not a keyword of 2020-12, so it is ignored: remove it, or list it under `keywords:` in the manifest',
        file: 'schemas/server.json',
        pointer: '/tsType',
        start: { line: 22, column: 5 },
        end: { line: 22, column: 13 },
      },
    ]);
  });
  test('says which dialects have a keyword, and what to write in this one', async () => {
    expect(linesOf(await findingsOf('schema-keywords-known/dialects'))).toEqual([
      '2019-09.yaml:4:8-4:19 warning /properties/a/prefixItems: "prefixItems" is a keyword only from 2020-12 on, so 2019-09 ignores it: put the array in "items", and use "additionalItems" for the items after it',
      '2019-09.yaml:5:8-5:19 warning /properties/b/$dynamicRef: "$dynamicRef" is a keyword only from 2020-12 on, so 2019-09 ignores it: write "$recursiveRef"',
      '2019-09.yaml:5:27-5:41 warning /properties/b/$dynamicAnchor: "$dynamicAnchor" is a keyword only from 2020-12 on, so 2019-09 ignores it: write "$recursiveAnchor": true',
      '2019-09.yaml:6:8-6:19 warning /properties/c/divisibleBy: "divisibleBy" is not a keyword of 2019-09, so it is ignored: write "multipleOf"',
      '2019-09.yaml:6:24-6:32 warning /properties/c/nullable: "nullable" is a keyword only in OpenAPI 3.0, so 2019-09 ignores it: add "null" to the type',
      '2019-09.yaml:7:1-7:13 info /dependencies: "dependencies" was replaced in 2019-09, and most validators ignore it: write "dependentRequired" or "dependentSchemas"',
      '2019-09.yaml:8:1-8:12 info /definitions: "definitions" became "$defs" in 2019-09: rename it',
      '2020-12.yaml:4:8-4:23 warning /properties/a/additionalItems: "additionalItems" is a keyword only up to 2019-09, so 2020-12 ignores it: write "items", which applies to the items after "prefixItems"',
      '2020-12.yaml:5:8-5:21 warning /properties/b/$recursiveRef: "$recursiveRef" is a keyword only in 2019-09, so 2020-12 ignores it: write "$dynamicRef"',
      '2020-12.yaml:5:28-5:44 warning /properties/b/$recursiveAnchor: "$recursiveAnchor" is a keyword only in 2019-09, so 2020-12 ignores it: write "$dynamicAnchor"',
      '2020-12.yaml:6:8-6:10 warning /properties/c/id: "id" is a keyword only in draft-04, so 2020-12 ignores it: write "$id", or move it to "properties" if it is a property',
      '2020-12.yaml:6:27-6:30 warning /properties/c/xml: "xml" is a keyword only in OpenAPI, so 2020-12 ignores it: remove it',
      '2020-12.yaml:7:1-7:13 info /dependencies: "dependencies" was replaced in 2019-09, and most validators ignore it: write "dependentRequired" or "dependentSchemas"',
      'draft-04.yaml:3:1-3:3 warning /if: "if" is a keyword only from draft-07 on, so draft-04 ignores it: move to draft-07 or later, or write the condition with "anyOf" and "not"',
      'draft-04.yaml:4:1-4:5 warning /then: "then" is a keyword only from draft-07 on, so draft-04 ignores it: move to draft-07 or later, or write it with "anyOf" and "not"',
      'draft-04.yaml:6:8-6:13 warning /properties/a/const: "const" is a keyword only from draft-06 on, so draft-04 ignores it: write "enum" with this one value',
      'draft-04.yaml:7:8-7:16 warning /properties/b/contains: "contains" is a keyword only from draft-06 on, so draft-04 ignores it: write {"not": {"items": {"not": …}}}',
      'draft-04.yaml:8:8-8:21 warning /properties/c/propertyNames: "propertyNames" is a keyword only from draft-06 on, so draft-04 ignores it: write "patternProperties" with "additionalProperties": false',
      'draft-04.yaml:9:8-9:11 warning /properties/d/$id: "$id" is a keyword only from draft-06 on, so draft-04 ignores it: write "id"',
      'draft-04.yaml:10:8-10:25 warning /properties/e/dependentRequired: "dependentRequired" is a keyword only from 2019-09 on, so draft-04 ignores it: write "dependencies"',
      'draft-04.yaml:10:39-10:60 warning /properties/e/unevaluatedProperties: "unevaluatedProperties" is a keyword only from 2019-09 on, so draft-04 ignores it: move to 2019-09 or later, or close the object with "additionalProperties"',
      'draft-04.yaml:12:8-12:15 warning /properties/g/$anchor: "$anchor" is a keyword only from 2019-09 on, so draft-04 ignores it: write it as "id": "#name"',
      'draft-04.yaml:13:8-13:19 warning /properties/h/constructor: "constructor" is not a keyword of draft-04, so it is ignored: remove it, or list it under `keywords:` in the manifest',
      'draft-04.yaml:13:24-13:33 warning /properties/h/__proto__: "__proto__" is not a keyword of draft-04, so it is ignored: remove it, or list it under `keywords:` in the manifest',
      'draft-04.yaml:13:45-13:53 warning /properties/h/toString: "toString" is not a keyword of draft-04, so it is ignored: remove it, or list it under `keywords:` in the manifest',
      'draft-04.yaml:14:1-14:6 info /$defs: "$defs" is a keyword only from 2019-09 on, and draft-04 has "definitions": rename it',
      'draft-06.yaml:4:8-4:10 warning /properties/a/if: "if" is a keyword only from draft-07 on, so draft-06 ignores it: move to draft-07 or later, or write the condition with "anyOf" and "not"',
      'draft-06.yaml:4:16-4:20 warning /properties/a/else: "else" is a keyword only from draft-07 on, so draft-06 ignores it: move to draft-07 or later, or write it with "anyOf" and "not"',
      'draft-06.yaml:5:8-5:10 warning /properties/b/id: "id" is a keyword only in draft-04, so draft-06 ignores it: write "$id", or move it to "properties" if it is a property',
      'draft-06.yaml:6:8-6:21 warning /properties/c/$recursiveRef: "$recursiveRef" is a keyword only in 2019-09, so draft-06 ignores it: write "$ref"',
      'draft-06.yaml:7:8-7:19 warning /properties/d/$dynamicRef: "$dynamicRef" is a keyword only from 2020-12 on, so draft-06 ignores it: write "$ref"',
      'draft-06.yaml:8:8-8:15 warning /properties/e/$anchor: "$anchor" is a keyword only from 2019-09 on, so draft-06 ignores it: write it as "$id": "#name"',
      'draft-07.yaml:4:8-4:19 warning /properties/a/prefixItems: "prefixItems" is a keyword only from 2020-12 on, so draft-07 ignores it: put the array in "items", and use "additionalItems" for the items after it',
      'draft-07.yaml:4:25-4:36 warning /properties/a/minContains: "minContains" is a keyword only from 2019-09 on, so draft-07 ignores it: move to 2019-09 or later',
      'draft-07.yaml:4:41-4:57 warning /properties/a/unevaluatedItems: "unevaluatedItems" is a keyword only from 2019-09 on, so draft-07 ignores it: move to 2019-09 or later, or write "additionalItems"',
      'draft-07.yaml:5:8-5:24 warning /properties/b/dependentSchemas: "dependentSchemas" is a keyword only from 2019-09 on, so draft-07 ignores it: write "dependencies"',
      'draft-07.yaml:7:1-7:6 info /$defs: "$defs" is a keyword only from 2019-09 on, and draft-07 has "definitions": rename it',
      'draft-07.yaml:7:29-7:38 error /$defs/c/minlength: "minlength" is not a keyword of draft-07, so it is ignored: did you mean "minLength"?',
    ]);
  });
});
