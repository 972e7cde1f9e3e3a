import { statusText } from '../../wording/status-text';

const MOST_INTERIM = 3;

/** The interim responses that a service sent: `103 Early Hints`, or `102 Processing, 103 Early Hints`. */
export function interimText(statuses: readonly number[]): string {
  const distinct = [...new Set(statuses)];
  const more = distinct.length > MOST_INTERIM ? ', …' : '';
  return distinct.slice(0, MOST_INTERIM).map(statusText).join(', ') + more;
}
