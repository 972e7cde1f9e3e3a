import { describe, expect, test } from '@jest/globals';

import { isJsonArray, isJsonObject } from '../../src/model/json/json-value';
import { CHOICES, sample, schema, violationsOf, type DocumentName } from './shipped-schemas';

const RIGHT: Readonly<Record<DocumentName, unknown>> = {
  index: sample('versions-get-resp.json'),
  show: sample('v21-version-get-resp.json'),
  choices: CHOICES,
};

/** The steps to a value, and its new value; without one, the value is removed. */
type Change = readonly [steps: readonly (string | number)[], value?: unknown];

function changed(document: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((value, [steps, to]) => put(value, steps, to), document);
}

function put(value: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  if (isJsonArray(value)) {
    const index = Number(step);
    return to === undefined && rest.length === 0
      ? value.toSpliced(index, 1)
      : [...value.slice(0, index), put(value[index], rest, to), ...value.slice(index + 1)];
  }
  if (!isJsonObject(value)) throw new Error(`nothing at ${step}`);
  const others = Object.entries(value).filter(([key]) => key !== step);
  return to === undefined && rest.length === 0
    ? Object.fromEntries(others)
    : { ...value, [step]: put(value[step], rest, to) };
}

const ENTRY = ['versions', 1] as const;
const SELF = ['version', 'links', 0] as const;
const DESCRIBEDBY = ['version', 'links', 1] as const;

describe('the schemas of the versions documents', () => {
  test.each<[document: string, name: DocumentName, value: unknown]>([
    ['the sample of the list', 'index', RIGHT.index],
    ['the sample of v2.0', 'show', sample('v2-version-get-resp.json')],
    ['the sample of v2.1', 'show', RIGHT.show],
    ['the choices of a running service', 'choices', RIGHT.choices],
    ['one version only', 'index', changed(RIGHT.index, [[['versions', 0]]])],
    [
      'a newest microversion of three digits',
      'show',
      changed(RIGHT.show, [[['version', 'version'], '2.104']]),
    ],
    [
      'a newest microversion that ends in zero',
      'show',
      changed(RIGHT.show, [[['version', 'version'], '2.100']]),
    ],
    ['a deprecated version', 'index', changed(RIGHT.index, [[['versions', 0, 'status'], 'DEPRECATED']])],
    [
      'an address with a port',
      'index',
      changed(RIGHT.index, [[[...ENTRY, 'links', 0, 'href'], 'http://[::1]:8774/v2.1/']]),
    ],
    [
      'an address below a path',
      'index',
      changed(RIGHT.index, [[[...ENTRY, 'links', 0, 'href'], 'https://example.com/compute/v2.1/']]),
    ],
    [
      'choices with a link that has only a version in its path',
      'choices',
      changed(CHOICES, [[['choices', 1, 'links', 0, 'href'], 'http://127.0.0.1/v2.1/']]),
    ],
  ])('accept %s', (_, name, value) => {
    expect(violationsOf(name, value)).toEqual([]);
  });

  test.each<[what: string, name: DocumentName, changes: readonly Change[], violations: readonly string[]]>([
    [
      'a newest microversion that is a word',
      'show',
      [[['version', 'version'], 'banana']],
      ['/version/version pattern'],
    ],
    [
      'a microversion with an x for a dot',
      'show',
      [[['version', 'version'], '2x10']],
      ['/version/version pattern'],
    ],
    ['a microversion with a v', 'show', [[['version', 'version'], 'v2.60']], ['/version/version pattern']],
    ['a leading zero', 'show', [[['version', 'version'], '2.060']], ['/version/version pattern']],
    [
      'a line end after a microversion',
      'show',
      [[['version', 'version'], '2.60\n']],
      ['/version/version pattern'],
    ],
    ['a number for a microversion', 'show', [[['version', 'version'], 2.6]], ['/version/version type']],
    [
      'a microversion of one part',
      'index',
      [[[...ENTRY, 'min_version'], '2']],
      ['/versions/1/min_version pattern'],
    ],
    ['no newest microversion', 'index', [[[...ENTRY, 'version']]], ['/versions/1 required version']],
    [
      'an oldest microversion without a newest one',
      'show',
      [[['version', 'version'], '']],
      ['/version/min_version const'],
    ],
    [
      'a newest microversion without an oldest one',
      'show',
      [[['version', 'min_version'], '']],
      ['/version/min_version minLength'],
    ],
    ['an id that is a word', 'index', [[[...ENTRY, 'id'], 'foo']], ['/versions/1/id pattern']],
    ['an id with a patch part', 'index', [[[...ENTRY, 'id'], 'v2.1.3']], ['/versions/1/id pattern']],
    ['an id in capitals', 'index', [[[...ENTRY, 'id'], 'V2.1']], ['/versions/1/id pattern']],
    ['an id without a minor', 'index', [[[...ENTRY, 'id'], 'v2']], ['/versions/1/id pattern']],
    ['an unknown status', 'index', [[[...ENTRY, 'status'], 'CURENT']], ['/versions/1/status enum']],
    ['a status in lower case', 'show', [[['version', 'status'], 'current']], ['/version/status enum']],
    ['a status that is null', 'index', [[[...ENTRY, 'status'], null]], ['/versions/1/status enum']],
    ['no status', 'index', [[[...ENTRY, 'status']]], ['/versions/1 required status']],
    ['no current version', 'index', [[[...ENTRY, 'status'], 'SUPPORTED']], ['/versions contains']],
    ['two current versions', 'index', [[['versions', 0, 'status'], 'CURRENT']], ['/versions contains']],
    ['two current choices', 'choices', [[['choices', 0, 'status'], 'CURRENT']], ['/choices contains']],
    [
      'a version twice',
      'index',
      [[['versions', 2], { ...Object(changed(RIGHT.index, [])).versions[0] }]],
      ['/versions uniqueItems'],
    ],
    ['an empty list', 'index', [[['versions'], []]], ['/versions contains']],
    ['an empty document', 'index', [[[], {}]], [' required versions'.trim()]],
    ['an array for a document', 'index', [[[], []]], ['type']],
    ['an unknown property in the document', 'index', [[['next'], 1]], ['additionalProperties next']],
    [
      'an unknown property in an entry',
      'index',
      [[[...ENTRY, 'max_version'], '2.60']],
      ['/versions/1 additionalProperties max_version'],
    ],
    [
      'media types in the list',
      'index',
      [[[...ENTRY, 'media-types'], []]],
      ['/versions/1 additionalProperties media-types'],
    ],
    [
      'no media types in the document of a version',
      'show',
      [[['version', 'media-types']]],
      ['/version required media-types'],
    ],
    [
      'an empty array of media types',
      'show',
      [[['version', 'media-types'], []]],
      ['/version/media-types minItems'],
    ],
    [
      'a media type without a version',
      'show',
      [[['version', 'media-types', 0, 'type'], 'application/vnd.openstack.compute+json']],
      ['/version/media-types/0/type pattern'],
    ],
    [
      'a media type with other letters for its dots',
      'show',
      [[['version', 'media-types', 0, 'type'], 'application/vndxopenstackxcompute+json;version=2.1']],
      ['/version/media-types/0/type pattern'],
    ],
    [
      'another base',
      'show',
      [[['version', 'media-types', 0, 'base'], 'application/xml']],
      ['/version/media-types/0/base const'],
    ],
    ['no links', 'index', [[[...ENTRY, 'links'], []]], ['/versions/1/links minItems']],
    [
      'a second link in the list',
      'index',
      [[[...ENTRY, 'links', 1], { href: 'http://openstack.example.com/v2.1/', rel: 'self' }]],
      ['/versions/1/links maxItems'],
    ],
    [
      'a describedby link in the list',
      'index',
      [[[...ENTRY, 'links', 0, 'rel'], 'describedby']],
      ['/versions/1/links/0/rel const'],
    ],
    ['a self in capitals', 'show', [[[...SELF, 'rel'], 'Self']], ['/version/links/0/rel enum']],
    ['a misspelled rel', 'show', [[[...DESCRIBEDBY, 'rel'], 'describeby']], ['/version/links/1/rel enum']],
    ['no self link', 'show', [[SELF]], ['/version/links contains']],
    ['no describedby link', 'show', [[DESCRIBEDBY]], ['/version/links contains']],
    [
      'two self links',
      'show',
      [[['version', 'links', 2], { href: 'http://openstack.example.com/v2.1/', rel: 'self' }]],
      ['/version/links contains'],
    ],
    ['a relative self link', 'show', [[[...SELF, 'href'], '/v2.1/']], ['/version/links/0/href pattern']],
    [
      'a self link without a host',
      'show',
      [[[...SELF, 'href'], 'http:///v2.1/']],
      ['/version/links/0/href pattern'],
    ],
    [
      'a self link that is not an HTTP URL',
      'show',
      [[[...SELF, 'href'], 'ftp://openstack.example.com/v2.1/']],
      ['/version/links/0/href pattern'],
    ],
    [
      'a self link without a version',
      'show',
      [[[...SELF, 'href'], 'http://openstack.example.com/']],
      ['/version/links/0/href pattern'],
    ],
    [
      'a self link below its version',
      'index',
      [[[...ENTRY, 'links', 0, 'href'], 'http://openstack.example.com/v2.1/servers/']],
      ['/versions/1/links/0/href pattern'],
    ],
    [
      'a self link with a type',
      'show',
      [[[...SELF, 'type'], 'text/html']],
      ['/version/links/0/type false schema'],
    ],
    [
      'a describedby link without a type',
      'show',
      [[[...DESCRIBEDBY, 'type']]],
      ['/version/links/1 required type'],
    ],
    [
      'a describedby link of another type',
      'show',
      [[[...DESCRIBEDBY, 'type'], 'text/plain']],
      ['/version/links/1/type const'],
    ],
    [
      'a describedby link that is relative',
      'show',
      [[[...DESCRIBEDBY, 'href'], 'docs']],
      ['/version/links/1/href pattern'],
    ],
    ['a link without href', 'show', [[[...SELF, 'href']]], ['/version/links/0 required href']],
    [
      'a choice without a version in its link',
      'choices',
      [[['choices', 1, 'links', 0, 'href'], 'http://127.0.0.1:8774/servers']],
      ['/choices/1/links/0/href pattern'],
    ],
    [
      'microversions in a choice',
      'choices',
      [[['choices', 1, 'version'], '2.60']],
      ['/choices/1 additionalProperties version'],
    ],
    [
      'a day that does not exist',
      'show',
      [[['version', 'updated'], '2013-02-30T11:33:21Z']],
      ['/version/updated format'],
    ],
    [
      'a time that is not in UTC',
      'show',
      [[['version', 'updated'], '2013-07-23T11:33:21+02:00']],
      ['/version/updated pattern'],
    ],
    [
      'a time without a zone',
      'show',
      [[['version', 'updated'], '2013-07-23T11:33:21']],
      ['/version/updated format'],
    ],
    ['a date without a time', 'show', [[['version', 'updated'], '2013-07-23']], ['/version/updated format']],
  ])('reject %s, with one violation', (_, name, changes, violations) => {
    expect(violationsOf(name, changed(RIGHT[name], changes))).toEqual(violations);
  });

  test.each(['defs', 'index', 'show', 'choices'])(
    '%s.json names its dialect, and describes itself and all its properties',
    (name) => {
      expect(schema(name)).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
      expect(schema(name)).toHaveProperty('description');
      expect(undescribedProperties(schema(name), name)).toEqual([]);
    },
  );

  test.each<[what: string, name: DocumentName, steps: readonly (string | number)[]]>([
    ['a choice', 'choices', ['choices', 1, 'links', 0, 'href']],
    ['a self link', 'index', [...ENTRY, 'links', 0, 'href']],
    ['a describedby link', 'show', [...DESCRIBEDBY, 'href']],
    ['a microversion', 'show', ['version', 'version']],
    ['a media type', 'show', ['version', 'media-types', 0, 'type']],
  ])('validate %s of a hundred thousand letters without a time-out', (_, name, steps) => {
    const hostile = ['/v2.1', '/a', 'a', '2.1', '.', '1'].flatMap((part) =>
      ['http://openstack.example.com', 'http://', ''].map(
        (start) => `${start}${part.repeat(100_000 / part.length)} `,
      ),
    );
    for (const text of hostile)
      expect(violationsOf(name, changed(RIGHT[name], [[steps, text]]))).toHaveLength(1);
  });
});

/** The properties of closed objects that would have no comment in the types. Those in conditions need none. */
function undescribedProperties(value: unknown, at: string): readonly string[] {
  if (isJsonArray(value))
    return value.flatMap((member, index) => undescribedProperties(member, `${at}/${index}`));
  if (!isJsonObject(value)) return [];
  const properties =
    value['additionalProperties'] === false && isJsonObject(value['properties']) ? value['properties'] : {};
  return [
    ...Object.entries(properties)
      .filter(
        ([, property]) => isJsonObject(property) && !('description' in property) && !('$ref' in property),
      )
      .map(([key]) => `${at}/${key}`),
    ...Object.entries(value).flatMap(([key, member]) => undescribedProperties(member, `${at}/${key}`)),
  ];
}
