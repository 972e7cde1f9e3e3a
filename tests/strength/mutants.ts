import {
  childPointer,
  lastToken,
  parentPointer,
  valueAt,
  type JsonPointer,
} from '../../src/model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../src/model/json/json-value';
import { edit, pointersOf, print, replace } from './json-edits';

/** A sample with one mistake, and the pointers at which a finding may report it. */
export interface Mutant {
  readonly name: string;
  readonly text: string;
  readonly at: readonly JsonPointer[];
}

function swapLetters(key: string): string {
  const middle = Math.floor(key.length / 2);
  const [a = '', b = ''] = [key[middle - 1], key[middle]];
  return a === b ? `${key}${key.at(-1)}` : `${key.slice(0, middle - 1)}${b}${a}${key.slice(middle + 1)}`;
}

/** Mutations of types, properties and arrays: they are wrong at every place. */
export function structuralMutants(sample: unknown): readonly Mutant[] {
  return pointersOf(sample).flatMap((pointer) => {
    const value = valueAt(sample, pointer);
    return [
      ...retyped(sample, pointer, value),
      ...rekeyed(sample, pointer, value),
      ...relisted(sample, pointer, value),
    ];
  });
}

function retyped(sample: unknown, pointer: JsonPointer, value: unknown): readonly Mutant[] {
  const others: readonly unknown[] = [null, true, 42, 'banana', [], {}];
  return others
    .filter(
      (other) => typeof other !== typeof value || isJsonArray(other) !== isJsonArray(value) || other === null,
    )
    .map((other) => ({
      name: `${pointer || '/'} is ${JSON.stringify(other)}`,
      text: print(replace(sample, pointer, other)),
      at: [pointer],
    }));
}

function rekeyed(sample: unknown, pointer: JsonPointer, value: unknown): readonly Mutant[] {
  if (!isJsonObject(value)) return [];
  const keys = Object.keys(value);
  return [
    {
      name: `${pointer || '/'} has an extra property`,
      text: print(edit(sample, pointer, (entries) => [...entries, ['extra', 1]])),
      at: [childPointer(pointer, 'extra')],
    },
    {
      name: `${pointer || '/'} is empty`,
      text: print(edit(sample, pointer, () => [])),
      at: [pointer],
    },
    ...keys.flatMap((key): readonly Mutant[] => [
      {
        name: `${pointer}/${key} is missing`,
        text: print(edit(sample, pointer, (entries) => entries.filter(([name]) => name !== key))),
        at: [pointer],
      },
      {
        name: `${pointer}/${key} is misspelt`,
        text: print(
          edit(sample, pointer, (entries) =>
            entries.map(([name, item]) => [name === key ? swapLetters(name) : name, item]),
          ),
        ),
        at: [childPointer(pointer, swapLetters(key))],
      },
      {
        name: `${pointer}/${key} occurs twice`,
        text: twice(sample, pointer, key),
        at: [childPointer(pointer, key)],
      },
    ]),
  ];
}

/** Only JSON text can have a property twice: insert a property with a marker as its name, and rename it in the text. */
function twice(sample: unknown, pointer: JsonPointer, key: string): string {
  const marked = edit(sample, pointer, (entries) =>
    entries.flatMap(([name, item]): [string, unknown][] =>
      name === key
        ? [
            [name, item],
            ['\u0000', item],
          ]
        : [[name, item]],
    ),
  );
  return print(marked).replace('"\\u0000"', JSON.stringify(key));
}

function relisted(sample: unknown, pointer: JsonPointer, value: unknown): readonly Mutant[] {
  if (!isJsonArray(value)) return [];
  return [
    {
      name: `${pointer} is empty`,
      text: print(replace(sample, pointer, [])),
      at: [pointer],
    },
    ...value.flatMap((item, index): readonly Mutant[] => [
      {
        name: `${pointer}/${index} occurs twice`,
        text: print(
          replace(sample, pointer, [...value.slice(0, index + 1), item, ...value.slice(index + 1)]),
        ),
        at: pointersOf(item, childPointer(pointer, index + 1)).concat(pointer),
      },
      {
        name: `${pointer}/${index} is removed`,
        text: print(replace(sample, pointer, value.toSpliced(index, 1))),
        at: [pointer],
      },
    ]),
  ];
}

/** Wrong values for the properties of a version's entry, all of the right type. */
const WRONG_VALUES: Readonly<Record<string, readonly string[]>> = {
  id: ['', 'foo', '2.1', 'V2.1', 'v2.1.0', 'v2.1 ', ' v2.1', 'v02.1', 'v2.', 'v9.9', 'latest'],
  status: ['', 'current', 'Current', 'SUPORTED', 'CURRENT ', 'EXPERIMENTAL', 'stable', 'UNKNOWN'],
  version: [
    'banana',
    '2',
    'v2.60',
    '2.060',
    '02.60',
    '2.60.1',
    ' 2.60',
    '2.60 ',
    '+2.60',
    '-2.60',
    'latest',
    '3.60',
    '1.60',
    '2.0',
    '2x60',
  ],
  min_version: ['banana', '2', 'v2.1', '2.01', '2.1.0', '2.61', '2.100', '3.1', '1.1', '2.1 ', 'None'],
  updated: [
    '',
    '2013-02-30T11:33:21Z',
    '2013-07-23T25:33:21Z',
    '2013-07-23',
    '2013-07-23T11:33:21',
    '2013-07-23T11:33:21+02:00',
    'yesterday',
    '2013-13-01T00:00:00Z',
    '{date}',
  ],
  rel: ['', 'Self', 'SELF', 'slef', 'next'],
  href: [
    '',
    '/v2.1/',
    'v2.1/',
    'openstack.example.com/v2.1/',
    'ftp://openstack.example.com/v2.1/',
    'http://',
    'not a link',
  ],
  base: ['', 'application/jsn', 'text/html', 'APPLICATION/JSON'],
  type: [
    '',
    'application/json',
    'text/plain',
    'application/vnd.openstack.compute+json;version=9.9',
    'application/vnd.openstack.compute+json',
    'application/vnd.openstack.volume+json;version=2.1',
  ],
};

/** Values that are wrong only in a self link. */
const WRONG_SELF_LINKS: readonly string[] = [
  'http://openstack.example.com/',
  'http://openstack.example.com/v3/',
  'http://openstack.example.com/v2.2/',
  'http://openstack.example.com/servers/',
  'http://openstack.exmaple.com/v2.1/',
];

/** Mutations that depend on the meaning of a versions document. */
export function semanticMutants(sample: unknown): readonly Mutant[] {
  return pointersOf(sample).flatMap((pointer) => {
    const value = valueAt(sample, pointer);
    if (typeof value !== 'string') return [];
    const parent = valueAt(sample, parentPointer(pointer));
    const isSelf = lastToken(pointer) === 'href' && isJsonObject(parent) && parent['rel'] === 'self';
    const wrong = [...(WRONG_VALUES[lastToken(pointer)] ?? []), ...(isSelf ? WRONG_SELF_LINKS : [])];
    return wrong
      .filter((other) => other !== value)
      .map((other) => ({
        name: `${pointer} is ${JSON.stringify(other)}`,
        text: print(replace(sample, pointer, other)),
        at: [pointer, ...neighbours(pointer)],
      }));
  });
}

/** Mutations of several values at once, where each value on its own is right. */
export function jointMutants(sample: unknown): readonly Mutant[] {
  const pointers = pointersOf(sample);
  const entries = pointers.filter((pointer) => isEntry(valueAt(sample, pointer)));
  const ids = entries.map((entry) => valueAt(sample, `${entry}/id`));
  const swapped = entries.reduce<unknown>(
    (value, entry, index) => replace(value, `${entry}/id`, ids.at(index - 1)),
    sample,
  );
  return [
    ...(entries.length < 2
      ? []
      : [
          {
            name: 'the ids are swapped',
            text: print(swapped),
            at: entries.flatMap((entry) => [`${entry}/id`, ...neighbours(`${entry}/id`)]),
          },
        ]),
    ...entries.flatMap((entry): readonly Mutant[] => {
      const range = (newest: string, oldest: string): Mutant => ({
        name: `${entry} offers ${oldest} to ${newest}`,
        text: print(replace(replace(sample, `${entry}/version`, newest), `${entry}/min_version`, oldest)),
        at: [`${entry}/version`, `${entry}/min_version`],
      });
      return [range('2.9', '2.10'), range('2.1', '2.60'), range('3.1', '2.1')];
    }),
    ...pointers
      .filter((pointer) => valueAt(sample, pointer) === 'describedby')
      .map((pointer) => ({
        name: `${pointer} makes a second self link`,
        text: print(replace(sample, pointer, 'self')),
        at: [pointer],
      })),
  ];
}

function isEntry(value: unknown): boolean {
  return isJsonObject(value) && typeof value['id'] === 'string';
}

/** A contradiction between two values may be reported at either of them. */
function neighbours(pointer: JsonPointer): readonly JsonPointer[] {
  const entry = parentPointer(pointer);
  switch (lastToken(pointer)) {
    case 'id':
      return ['version', 'min_version', 'links/0/href', 'links/1/href', 'media-types/0/type'].map(
        (key) => `${entry}/${key}`,
      );
    case 'version':
      return [`${entry}/min_version`];
    case 'min_version':
      return [`${entry}/version`];
    case 'status':
      return ['/versions'];
    case 'rel':
      return [parentPointer(entry), childPointer(entry, 'href')];
    default:
      return [];
  }
}

/** Mistakes in the text, not in its value. */
export function textMutants(text: string): readonly Mutant[] {
  return [
    { name: 'the file is empty', text: '', at: [''] },
    { name: 'a byte order mark', text: `\uFEFF${text}`, at: [''] },
    { name: 'two documents', text: `${text}${text}`, at: [''] },
    { name: 'cut off', text: text.slice(0, -10), at: [''] },
    { name: 'a comment', text: text.replace('{', '{ // version'), at: [''] },
    { name: 'a trailing comma', text: text.replace(/\n(\s*)\}\s*$/, ',\n$1}\n'), at: [''] },
    { name: 'single quotes', text: text.replaceAll('"', "'"), at: [''] },
  ];
}
