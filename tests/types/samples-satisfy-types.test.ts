import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runTsc, type CompilerError } from './run-tsc';

const ROOT = join(__dirname, '..', '..');
const INDEX = sample('versions-get-resp.json');
const V2 = sample('v2-version-get-resp.json');
const V21 = sample('v21-version-get-resp.json');
const CHOICES = `{
    "choices": [
        {
            "id": "v2.1",
            "status": "CURRENT",
            "links": [
                {
                    "href": "http://openstack.example.com/v2.1/v3",
                    "rel": "self"
                }
            ],
            "media-types": [
                {
                    "base": "application/json",
                    "type": "application/vnd.openstack.compute+json;version=2.1"
                }
            ]
        }
    ]
}
`;

type TypeName = 'VersionsIndex' | 'VersionsShow' | 'VersionsChoices';

const RIGHT: readonly (readonly [what: string, type: TypeName, text: string])[] = [
  ['the sample of the list', 'VersionsIndex', INDEX],
  ['the sample of v2.0', 'VersionsShow', V2],
  ['the sample of v2.1', 'VersionsShow', V21],
  ['multiple choices', 'VersionsChoices', CHOICES],
];

/** Each is a right document with one replaced text; `line` is where the compiler must report an error. */
const WRONG: readonly (readonly [what: string, type: TypeName, text: string, line: number])[] = [
  ['a missing property', 'VersionsShow', edit(V21, '        "min_version": "2.1",\n', ''), 2],
  [
    'an extra property',
    'VersionsShow',
    edit(V21, '"updated"', '"max_version": "2.60",\n        "updated"'),
    24,
  ],
  ['a misspelled property', 'VersionsShow', edit(V21, '"min_version"', '"minversion"'), 23],
  ['a misspelled property with a hyphen', 'VersionsShow', edit(V21, '"media-types"', '"media_types"'), 15],
  ['a wrong status', 'VersionsShow', edit(V21, '"CURRENT"', '"CURENT"'), 21],
  ['a status in lower case', 'VersionsIndex', edit(INDEX, '"SUPPORTED"', '"supported"'), 11],
  ['a status that is null', 'VersionsIndex', edit(INDEX, '"SUPPORTED"', 'null'), 11],
  ['a number for a version', 'VersionsIndex', edit(INDEX, '"2.60"', '2.60'), 25],
  ['a number for a version of one document', 'VersionsShow', edit(V21, '"2.60"', '2.60'), 22],
  ['a wrong rel', 'VersionsShow', edit(V21, '"self"', '"Self"'), 7],
  ['a wrong rel in the list', 'VersionsIndex', edit(INDEX, '"self"', '"describedby"'), 8],
  ['a link without href', 'VersionsIndex', edit(INDEX, '"href": "http://openstack.example.com/v2/",', ''), 6],
  [
    'a link with an extra property',
    'VersionsIndex',
    edit(INDEX, '"rel": "self"', '"rel": "self", "type": "text/html"'),
    8,
  ],
  ['a link of another type', 'VersionsShow', edit(V2, '"text/html"', '"text/plain"'), 12],
  [
    'media types in an entry of the list',
    'VersionsIndex',
    edit(INDEX, '"status"', '"media-types": [],\n            "status"'),
    11,
  ],
  [
    'microversions in a choice',
    'VersionsChoices',
    edit(CHOICES, '"links"', '"version": "2.60",\n            "links"'),
    6,
  ],
  ['an object for an array', 'VersionsIndex', edit(INDEX, /\[\n[^]*\]/, '{}'), 2],
  ['an array for an object', 'VersionsShow', '[]', 1],
  ['a list of versions for one version', 'VersionsShow', INDEX, 2],
  ['one version for a list of versions', 'VersionsIndex', V21, 2],
  ['a string for an array of links', 'VersionsShow', edit(V21, /"links": \[[^]*?\],/, '"links": "self",'), 4],
  ['another base', 'VersionsShow', edit(V21, '"application/json"', '"application/xml"'), 17],
];

function sample(name: string): string {
  return readFileSync(join(ROOT, 'api_samples', 'versions', name), 'utf8');
}

function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`no ${String(from)} in the sample`);
  return edited;
}

/** The first line of the document is the second line of the file. */
function program(type: TypeName, text: string): string {
  const types = join(ROOT, 'src', 'types', 'index.js');
  return `import type { ${type} } from ${JSON.stringify(types)};export const document = (\n${text.trimEnd()}) satisfies ${type};\n`;
}

describe('the generated types', () => {
  let errors: ReadonlyMap<string, readonly CompilerError[]> = new Map();
  beforeAll(() => {
    errors = runTsc(
      new Map([
        ...RIGHT.map(([what, type, text]) => [`right ${what}.ts`, program(type, text)] as const),
        ...WRONG.map(([what, type, text]) => [`wrong ${what}.ts`, program(type, text)] as const),
      ]),
    );
  });

  test.each(RIGHT)('are satisfied by %s', (what) => {
    expect(errors.get(`right ${what}.ts`)).toEqual([]);
  });

  test.each(WRONG)('do not compile with %s', (what, _type, _text, line) => {
    expect(errors.get(`wrong ${what}.ts`)?.map((error) => error.line - 1)).toEqual([line]);
  });
});
