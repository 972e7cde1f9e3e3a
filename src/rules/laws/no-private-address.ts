import { textMember } from '../../model/json/json-value';
import { childPointer } from '../../model/json/json-pointer';
import { linksOf, objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** A private address reveals on whose machine the sample was recorded, and nobody else can follow the link. */
export const noPrivateAddress: Rule<'versions'> = {
  id: 'no-private-address',
  subject: 'versions',
  severity: 'info',
  summary: 'The links of a published sample do not lead to private addresses.',
  check: function* ({ document, view }) {
    if (document.kind !== 'sample') return;
    for (const entry of objectEntries(view)) {
      for (const link of linksOf(entry)) {
        const host = hostOf(textMember(link.value, 'href') ?? '');
        if (host === undefined || !isPrivate(host)) continue;
        yield {
          at: placeIn(document, childPointer(link.pointer, 'href'), 'value'),
          message: `"${host}" is a private address: use a public name such as "openstack.example.com"`,
        };
      }
    }
  },
};

function hostOf(href: string): string | undefined {
  return URL.canParse(href) ? new URL(href).hostname : undefined;
}

/** RFC 1918, loopback, link-local and "this host". For IPv6, in brackets in a URL: loopback, unique local and link-local. */
function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1?\]|f[cd]|fe[89ab])/.test(host);
  if (/^\d+(\.\d+){3}$/.test(host))
    return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host);
  return host === 'localhost' || host.endsWith('.localhost');
}
