import { objectEntries, statusOf } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** A client that skips every version finds no service (keystoneauth1/discover.py). */
export const versionsSomeUsable: Rule<'versions'> = {
  id: 'versions-some-usable',
  subject: 'versions',
  severity: 'error',
  summary: 'At least one version is CURRENT, SUPPORTED, DEPRECATED or stable.',
  check: function* ({ document, view }) {
    if (view === undefined || view.shape === 'bare') return;
    const listed = view.entries.filter((entry) => entry.listed);
    const experimental = objectEntries(view).filter(
      (entry) => entry.listed && statusOf(entry) === 'EXPERIMENTAL',
    );
    // An entry without a known status is reported by `entry-required` or `status-known`.
    if (experimental.length < listed.length) return;
    yield {
      at: placeIn(document, view.pointer, 'opening'),
      message:
        listed.length === 0
          ? 'the list of versions is empty: add at least one that is CURRENT, SUPPORTED or DEPRECATED'
          : `${listed.length === 1 ? 'the only version is' : `all ${listed.length} versions are`} EXPERIMENTAL: at least one must be CURRENT, SUPPORTED or DEPRECATED`,
      clients: 'keystoneauth finds no usable version',
    };
  },
};
