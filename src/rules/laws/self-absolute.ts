import { objectEntries, selfLinkOf } from '../../model/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Rule } from '../rule';
import { namesVersion } from './about/self-url';
import { quote } from '../../wording/quote';

/** A warning only: placement’s self link is empty, and most clients join it to the URL they asked. */
export const selfAbsolute: Rule<'versions'> = {
  id: 'self-absolute',
  subject: 'versions',
  severity: 'warning',
  summary: 'The self link is an absolute http or https URL.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      const self = selfLinkOf(entry);
      if (self === undefined || isAbsolute(self.href) || isPlaceholder(document, self.href)) continue;
      // A link that names no version is `self-version`'s, wherever it starts.
      if (!namesVersion(self.href, view.shape)) continue;
      const relative = !/^[a-z][a-z0-9+.-]*:/i.test(self.href);
      yield {
        at: placeIn(document, self.pointer, 'value'),
        message: `${quote(self.href)} is not an absolute http or https URL`,
        ...(relative
          ? { clients: 'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it' }
          : {}),
      };
    }
  },
};

function isAbsolute(href: string): boolean {
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(href) && URL.canParse(href);
}
