import { objectEntries, selfLinkOf } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Rule } from '../rule';
import { namesVersion } from './about/self-url';
import { quote } from '../../wording/quote';

/** Only a warning: placement’s self link is empty, and most clients join it to the request URL. */
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
      // A link that names no version is reported by `self-version`, absolute or not.
      if (!namesVersion(self.href, view.shape)) continue;
      const relative = !/^[a-z][a-z0-9+.-]*:/i.test(self.href);
      yield {
        at: placeIn(document, self.pointer, 'value'),
        message: `expected an absolute http or https URL, got ${quote(self.href)}`,
        ...(relative
          ? {
              clients:
                'rust-osauth fails; gophercloud ignores it; keystoneauth and gtema/openstack join it to the request URL',
            }
          : {}),
      };
    }
  },
};

function isAbsolute(href: string): boolean {
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(href) && URL.canParse(href);
}
