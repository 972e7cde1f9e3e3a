import { describe, expect, test } from '@jest/globals';

import { readVersions } from '../../../src/model/versions/versions-document';
import type { VersionsSubject } from '../../../src/model/versions/versions-set';
import { liveLinksHost } from '../../../src/rules/live/live-links-host';
import { parseDocument } from '../../../src/text/parse-document';
import { findingsOf } from '../rule-fixtures';
import { messagesOf, reportsOf } from './made-exchanges';

const CLIENTS =
  'keystoneauth replaces the host with the requested one; clients that follow the link may reach nothing';
const ELSE =
  'or `[oslo_middleware] enable_proxy_headers_parsing`; otherwise, check the service at the URL of the links';

type Link = readonly [rel: string, href: string];

/** A versions document with one version per list of links, fetched from `url`. */
function fetched(
  url: string,
  links: readonly (readonly Link[])[],
  kind: 'response' | 'sample' = 'response',
): VersionsSubject {
  const versions = links.map((ofVersion, index) => ({
    id: `v${index + 1}`,
    links: ofVersion.map(([rel, href]) => ({ rel, href })),
  }));
  const document = parseDocument({ name: url, kind, origin: 'a' }, JSON.stringify({ versions }), {
    depth: 100,
  });
  return { document, view: readVersions(document.value), compute: false };
}

describe('live-links-host', () => {
  test('accepts the requested host, and documentation elsewhere', async () => {
    expect(await findingsOf('live-links-host/right')).toEqual([]);
  });

  test('warns once per document about another host', async () => {
    expect(await findingsOf('live-links-host/wrong')).toEqual([
      {
        ruleId: 'live-links-host',
        severity: 'warning',
        message: `this link, like 3 other links, leads to "http://10.20.0.7:8774", but the response came from "http://compute.test:8774": behind a proxy, set its public endpoint ${ELSE}`,
        file: 'http://compute.test:8774/',
        pointer: '/versions/0/links/0/href',
        start: { line: 1, column: 141 },
        end: { line: 1, column: 168 },
        clients: CLIENTS,
      },
    ]);
  });

  test.each<[string, VersionsSubject]>([
    ['the default port, written or not', fetched('http://a.test/', [[['self', 'http://a.test:80/v1/']]])],
    ['capitals in the host', fetched('http://a.test:8774/', [[['self', 'HTTP://A.Test:8774/v1/']]])],
    [
      'relative and empty links',
      fetched('http://a.test/', [
        [
          ['self', '/v1/'],
          ['collection', ''],
        ],
      ]),
    ],
    ['an invalid URL', fetched('http://a.test/', [[['self', 'http://[']]])],
    ['another scheme than http', fetched('http://a.test/', [[['self', 'ftp://b.test/v1/']]])],
    ['documentation', fetched('http://a.test/', [[['describedby', 'https://docs.test/']]])],
    [
      'a URL that was requested twice',
      fetched('http://a.test/v1/ at 2.60', [[['self', 'http://a.test/v1/']]]),
    ],
    ['a sample', fetched('http://a.test/', [[['self', 'http://b.test/v1/']]], 'sample')],
  ])('accepts %s', (_, subject) => {
    expect(messagesOf(liveLinksHost, subject)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['the scheme', 'https://a.test/', 'http://a.test'],
    ['the port', 'https://a.test:9774/', 'https://a.test'],
    ['the host', 'https://a.test/', 'https://b.test'],
  ])('warns if %s differs', (_, url, origin) => {
    expect(messagesOf(liveLinksHost, fetched(url, [[['self', `${origin}/v1/`]]]))).toEqual([
      `this link leads to "${origin}", but the response came from "${new URL(url).origin}": behind a proxy, set its public endpoint ${ELSE}`,
    ]);
  });

  test('warns about each wrong host once, at its first link, with the setting of Compute', () => {
    const subject = fetched('http://a.test/', [
      [
        ['self', 'http://b.test/v1/'],
        ['collection', 'http://a.test/'],
      ],
      [
        ['self', 'http://c.test/v2/'],
        ['collection', 'http://b.test/'],
        ['bookmark', 'http://b.test/v2'],
      ],
    ]);
    const remedy = `behind a proxy, set \`[api] compute_link_prefix\` ${ELSE}`;
    expect(reportsOf(liveLinksHost, { ...subject, compute: true })).toEqual([
      {
        at: { file: 'http://a.test/', pointer: '/versions/0/links/0/href', token: 'value' },
        message: `this link, like 2 other links, leads to "http://b.test", but the response came from "http://a.test": ${remedy}`,
        clients: CLIENTS,
      },
      {
        at: { file: 'http://a.test/', pointer: '/versions/1/links/0/href', token: 'value' },
        message: `this link leads to "http://c.test", but the response came from "http://a.test": ${remedy}`,
        clients: CLIENTS,
      },
    ]);
  });
});
