import { textMember } from '../../model/json/json-value';
import { groupBy } from '../../model/group-by';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { linksOf, objectEntries } from '../../model/versions/versions-entry';
import type { VersionsSubject } from '../../model/versions/versions-set';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { count } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { isOwnLink } from '../../compare/own-links';

/** A service that does not know of the proxy in front of it publishes a host name that only its own network knows. */
export const liveLinksHost: Rule<'versions'> = {
  id: 'live-links-host',
  subject: 'versions',
  severity: 'warning',
  summary: 'The links of a response have the scheme, host and port that it was fetched from.',
  check: function* (subject) {
    const { document } = subject;
    if (document.kind !== 'response' || !URL.canParse(document.source.name)) return;
    const home = originOf(document.source.name);
    const strangers = linkOrigins(subject).filter(({ origin }) => origin !== home);
    for (const [origin, [first, ...more]] of groupBy(strangers, (link) => link.origin)) {
      if (first === undefined) continue;
      const others = more.length === 0 ? '' : `, like ${count(more.length, 'other link')},`;
      yield {
        at: placeIn(document, first.pointer, 'value'),
        message: `this link${others} leads to ${quote(origin)}, but the response came from ${quote(home)}: ${remedyFor(subject)}`,
        clients:
          'keystoneauth replaces the host with the requested one; clients that follow the link may reach nothing',
      };
    }
  },
};

function remedyFor({ compute }: VersionsSubject): string {
  const setting = compute ? '`[api] compute_link_prefix`' : 'its public endpoint';
  return `behind a proxy, set ${setting} or \`[oslo_middleware] enable_proxy_headers_parsing\`; otherwise, check the service at the URL of the links`;
}

interface LinkOrigin {
  readonly origin: string;
  readonly pointer: JsonPointer;
}

/** The links with absolute http URLs. A relative link has the host that the response came from. */
function linkOrigins({ view }: VersionsSubject): readonly LinkOrigin[] {
  return objectEntries(view).flatMap((entry) =>
    linksOf(entry)
      .filter(({ value }) => isOwnLink(value))
      .flatMap(({ value, pointer }) => {
        const href = textMember(value, 'href') ?? '';
        return /^https?:\/\//i.test(href) && URL.canParse(href)
          ? [{ origin: originOf(href), pointer: childPointer(pointer, 'href') }]
          : [];
      }),
  );
}

/** Scheme, host and port in one spelling: lower case, without the default port. */
function originOf(url: string): string {
  return new URL(url).origin;
}
