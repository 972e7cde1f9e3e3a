import { childPointer } from '../../model/json/json-pointer';
import { member } from '../../model/json/json-value';
import { objectEntries, STATUSES } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';
import { choices } from '../../wording/wanted';

/** A client may reject the whole document for one unknown status (gophercloud discovery.go). */
export const statusKnown: Rule<'versions'> = {
  id: 'status-known',
  subject: 'versions',
  severity: 'error',
  summary: 'A status is CURRENT, SUPPORTED or DEPRECATED, in upper case.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const status = member(entry.value, 'status');
      if (!Object.hasOwn(entry.value, 'status') || isPlaceholder(document, status)) continue;
      const report = unknownStatus(status);
      if (report !== undefined)
        yield { at: placeIn(document, childPointer(entry.pointer, 'status'), 'value'), ...report };
    }
  },
};

function unknownStatus(status: unknown): Omit<Report, 'at'> | undefined {
  const message = `expected one of ${choices(STATUSES)}, got ${quote(status)}`;
  if (typeof status !== 'string') {
    const clients =
      status === null
        ? 'keystoneauth raises AttributeError; rust-osauth and gtema/openstack reject the whole document'
        : 'keystoneauth raises AttributeError; gophercloud rejects the whole document';
    return { message, clients };
  }
  if (STATUSES.includes(status)) return undefined;
  const upper = status.toUpperCase();
  if (STATUSES.includes(upper)) {
    return {
      message: `the status ${quote(status)} is not in upper case: write "${upper}"`,
      severity: 'info',
    };
  }
  if (upper === 'STABLE') {
    return {
      message: `clients treat ${quote(status)} as CURRENT, but only identity services use it`,
      severity: 'info',
    };
  }
  if (status === '') return { message, clients: 'keystoneauth skips this version' };
  const clients = 'gophercloud rejects the whole document; keystoneauth skips this version';
  if (upper === 'EXPERIMENTAL') {
    return {
      message: `the status ${quote(status)} is allowed, but some clients cannot read it`,
      severity: 'warning',
      clients,
    };
  }
  const meant = nearest(upper, STATUSES);
  return { message: meant === undefined ? message : `${message}: did you mean "${meant}"?`, clients };
}
