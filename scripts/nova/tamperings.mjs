// The changes that a proxy makes to a Compute API's responses, one at a time, and the rules that must report each.
import {
  answered,
  asking,
  at,
  CHOICES,
  everywhere,
  INDEX,
  inBody,
  inIndex,
  inV21,
  set,
  setSelf,
  V20,
  V21,
  when,
  withBody,
  withHeader,
  withoutHeader,
  withStatus,
} from './tamper.mjs';

const DIFFERS = 'sample-matches-response';
const SCHEMA = 'sample-matches-schema';

/** Changes in documents: a title, the rules (at least one of them must report it), and the tampering. */
const documents = (newest) => [
  ['a status, everywhere', [DIFFERS], everywhere('v2.0', set('status', 'DEPRECATED'))],
  ['a misspelt status', ['status-known'], inV21(set('status', 'CURENT'))],
  ['a status that the schema does not allow', [SCHEMA], inV21(set('status', 'current'))],
  ['no CURRENT, everywhere', ['one-current'], everywhere('v2.1', set('status', 'SUPPORTED'))],
  ['two CURRENT', ['one-current'], inIndex('v2.0', set('status', 'CURRENT'))],
  ['an id', ['documents-agree', 'self-version'], inV21(set('id', 'v2.2'))],
  ['an id in upper case', ['id-form'], inIndex('v2.1', set('id', 'V2.1'))],
  ['the newest, in one document', ['documents-agree'], inV21(set('version', '2.61'))],
  ['the newest older than the sample, everywhere', [DIFFERS], everywhere('v2.1', set('version', '2.59'))],
  ['the newest with a "v"', ['microversion-form'], everywhere('v2.1', set('version', `v${newest}`))],
  ['the newest as a number', ['microversion-string'], inV21(set('version', Number(newest)))],
  ['the newest empty', ['microversion-pair'], everywhere('v2.1', set('version', ''))],
  [
    'a newest for a version without microversions',
    ['microversion-pair'],
    inIndex('v2.0', set('version', '2.0')),
  ],
  ['the oldest, everywhere', [DIFFERS], everywhere('v2.1', set('min_version', '2.2'))],
  ['the oldest above the newest', ['microversion-range'], everywhere('v2.1', set('min_version', '2.100'))],
  ['the oldest missing', ['microversion-pair', SCHEMA], inV21(set('min_version', undefined))],
  ['a date, everywhere', [DIFFERS], everywhere('v2.1', set('updated', '2013-07-24T11:33:21Z'))],
  ['a day that does not exist', ['updated-date-time'], inV21(set('updated', '2013-02-30T11:33:21Z'))],
  [
    'a self link to another version',
    ['self-version'],
    inV21(setSelf('href', (href) => href.replace('/v2.1/', '/v2/'))),
  ],
  [
    'a self link to another path, everywhere',
    [DIFFERS, 'live-self-reachable'],
    everywhere(
      'v2.1',
      setSelf('href', (href) => href.replace('/v2.1/', '/x/v2.1/')),
    ),
  ],
  ['a link without a host', ['self-absolute'], inV21(setSelf('href', '/v2.1/'))],
  ['a rel with a capital', ['self-link'], inIndex('v2.0', setSelf('rel', 'Self'))],
  ['a media type of another version', ['media-type-version'], inV21(mediaType('type', (type) => `${type}5`))],
  ['a base media type', [DIFFERS, SCHEMA], inV21(mediaType('base', () => 'application/xml'))],
  ['media types in the index', ['media-types-place'], inIndex('v2.1', set('media-types', []))],
  ['one link less', [DIFFERS, SCHEMA], inV21(({ links }) => links.pop())],
  ['a property missing', ['entry-required', SCHEMA], inIndex('v2.0', set('links', undefined))],
  ['an extra property', [SCHEMA, DIFFERS], inV21(set('max_version', newest))],
  ['an extra property next to the array', [SCHEMA, DIFFERS], inBody(INDEX, set('versions_links', []))],
  ['one entry less', [DIFFERS, 'version-listed'], inBody(INDEX, ({ versions }) => versions.shift())],
  ['an extra entry', [DIFFERS], inBody(INDEX, addDeprecatedVersion)],
  ['an entry twice', ['id-unique'], inBody(INDEX, ({ versions }) => versions.push(versions[1]))],
  ['no choices', ['versions-some-usable', SCHEMA], inBody(CHOICES, set('choices', []))],
  [
    'a status in the choices',
    ['documents-agree', 'one-current'],
    inBody(CHOICES, ({ choices }) => set('status', 'SUPPORTED')(choices[1])),
  ],
  [
    'bytes after the JSON',
    ['live-json', 'json-well-formed'],
    when(
      at(INDEX),
      withBody((body) => `${body}}`),
    ),
  ],
  [
    'a property twice',
    ['keys-unique'],
    when(
      at(V21),
      withBody((body) => body.replace('"id"', '"id": "v2.0", "id"')),
    ),
  ],
];

/** Changes in the rest of a response. */
const ANSWERS = [
  ['200 to 300', ['live-status'], when(at(V21), withStatus(300))],
  ['300 to 200', ['live-status'], when(at(CHOICES), withStatus(200))],
  ['200 to 401', ['live-status'], when(at(V20), withStatus(401))],
  ['text/plain', ['live-json'], when(at(V21), withHeader('Content-Type', 'text/plain'))],
  ['no Content-Type', ['live-json'], when(at(INDEX), withoutHeader('Content-Type'))],
  [
    'a body shorter than its length',
    ['live-answers'],
    when(at(V20), (answer) => ({ ...answer, missing: 10 })),
  ],
  ['500 for a malformed microversion', ['live-malformed'], when(answered(400), withStatus(500))],
];

/** Changes in the negotiation of microversions. They do not break clients. */
const negotiation = (newest) => [
  ['406 for a malformed microversion', ['live-malformed'], when(answered(400), withStatus(406))],
  ['200 for a microversion out of range', ['live-out-of-range'], when(answered(406), withStatus(200))],
  [
    '406 without the range',
    ['live-out-of-range'],
    when(
      answered(406),
      withBody(() => '{}'),
    ),
  ],
  [
    'HEAD different from GET',
    ['live-default'],
    when(({ method }) => method === 'HEAD', echo(`compute ${newest}`)),
  ],
  ['404 without the last slash', ['live-default'], when(at('/v2.1'), withStatus(404))],
  ['no echo', ['live-echo'], withoutHeader('OpenStack-API-Version')],
  ['the echo of another service', ['live-echo'], when(at(V21), echo('volume 2.1'))],
  ['no Vary', ['live-vary'], withoutHeader('Vary')],
  [
    'the newest by default',
    ['live-default'],
    when((request) => at(V21)(request) && asking(undefined)(request), echo(`compute ${newest}`)),
  ],
  ['the oldest as the latest', ['live-latest'], when(asking('latest'), echo('compute 2.1'))],
  ['the oldest as the newest', ['live-in-range'], when(asking(newest), echo('compute 2.1'))],
];

/** Changes of hosts. They do not break clients, because these replace the host by the one that they requested. */
const HOSTS = [
  [
    'a link to another host, everywhere',
    ['live-links-host'],
    everywhere('v2.1', setSelf('href', 'http://compute.invalid/v2.1/')),
  ],
  [
    'a link with another scheme, everywhere',
    ['live-links-host'],
    everywhere(
      'v2.1',
      setSelf('href', (href) => href.replace('http:', 'https:')),
    ),
  ],
];

function mediaType(key, change) {
  return (entry) => {
    const [first] = entry['media-types'];
    first[key] = change(first[key]);
  };
}

function addDeprecatedVersion({ versions }) {
  const [{ links, ...first }] = versions;
  const older = links.map((link) => ({ ...link, href: link.href.replace('/v2/', '/v1/') }));
  versions.unshift({ ...first, id: 'v1.0', status: 'DEPRECATED', links: older });
}

function echo(value) {
  return withHeader('OpenStack-API-Version', value);
}

/** Changes that clients cope with. */
const COPED_WITH = [['a status in lower case', ['status-known'], inV21(set('status', 'current'))]];

const failing =
  (failOn) =>
  ([title, rules, tamper]) => ({ title, rules, tamper, failOn });

/** Every tampering, with the lowest severity that its finding may have. `newest` is the service's newest microversion. */
export const tamperingsOf = (newest) => [
  ...[...documents(newest), ...ANSWERS].map(failing('error')),
  ...[...HOSTS, ...negotiation(newest)].map(failing('warning')),
  ...COPED_WITH.map(failing('info')),
];
