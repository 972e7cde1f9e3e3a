import { childPointer } from '../../model/json-pointer';
import { member } from '../../model/json-value';
import { isStable, objectEntries, STATUSES } from '../../model/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Report, Rule } from '../rule';
import { nearest } from '../../model/nearest';
import { quote } from '../../wording/quote';

/** One status that a client does not know may cost it the whole document (gophercloud discovery.go). */
export const statusKnown: Rule<'versions'> = {
  id: 'status-known',
  subject: 'versions',
  severity: 'error',
  summary: 'A status is CURRENT, SUPPORTED or DEPRECATED, in upper case.',
  check: function* ({ document, view }) {
    for (const entry of objectEntries(view)) {
      const status = member(entry.value, 'status');
      if (!Object.hasOwn(entry.value, 'status') || isPlaceholder(document, status)) continue;
      const report = judge(status);
      if (report !== undefined)
        yield { at: placeIn(document, childPointer(entry.pointer, 'status'), 'value'), ...report };
    }
  },
};

function judge(status: unknown): Omit<Report, 'at'> | undefined {
  const message = `${quote(status)} is not one of ${STATUSES.join(', ')}`;
  if (typeof status !== 'string') {
    const clients =
      status === null
        ? 'keystoneauth raises AttributeError; rust-osauth and gtema/openstack reject the whole document'
        : 'keystoneauth raises AttributeError; gophercloud rejects the whole document';
    return { message, clients };
  }
  if (STATUSES.includes(status)) return undefined;
  if (isStable(status)) {
    return {
      message: `${quote(status)} means CURRENT to clients, and only identity services say it`,
      severity: 'info',
    };
  }
  if (status === '') return { message, clients: 'keystoneauth skips this version' };
  const clients = 'gophercloud rejects the whole document; keystoneauth skips this version';
  if (status === 'EXPERIMENTAL') {
    return {
      message: '"EXPERIMENTAL" is legal, but not every client can read it',
      severity: 'warning',
      clients,
    };
  }
  const meant = nearest(status.toUpperCase(), STATUSES);
  if (meant === undefined) return { message, clients };
  // Clients that compare without regard to case read a status that is only in the wrong one.
  return {
    message: `${message}: did you mean "${meant}"?`,
    ...(meant === status.toUpperCase() ? {} : { clients }),
  };
}
